using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Purchases.CancelPurchase;

/// <summary>The unit wants the order no more; possible until something was sent.</summary>
internal sealed record CancelPurchaseCommand(Guid OrderId, string Reason) : ICommand;

internal sealed class CancelPurchaseValidator : AbstractValidator<CancelPurchaseCommand>
{
    public CancelPurchaseValidator() => RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).WithMessage("Say why, in at most 200 characters.");
}

internal sealed class CancelPurchaseHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<CancelPurchaseCommand, Unit>
{
    public async Task<Unit> Handle(CancelPurchaseCommand command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var order = await db.OfBuyer(request.Actor, ProcurementPermissions.Request, command.OrderId, cancellationToken);
        var wasApproved = order.State != PurchaseState.Submitted;
        order.Cancel(PlainText.Clean(command.Reason)!, now);
        var (book, subject) = (new BudgetBook(db, request.Actor, now), new BudgetSubject(order.Id, order.Number, ""));
        if (wasApproved) await book.Free(order.BuyerId, order.BudgetYear, order.TotalFen, subject, cancellationToken);
        else await book.Release(order.BuyerId, order.BudgetYear, order.TotalFen, subject, cancellationToken);
        return Unit.Value;
    }
}
