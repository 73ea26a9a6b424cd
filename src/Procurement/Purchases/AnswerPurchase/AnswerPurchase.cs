using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Purchases.AnswerPurchase;

/// <summary>The cooperative says whether it will deliver an approved order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Confirm">False: it cannot; the budget is free again.</param>
/// <param name="Reason">Needed when it cannot.</param>
internal sealed record AnswerPurchaseCommand(Guid OrderId, bool Confirm, string? Reason = null) : ICommand;

internal sealed class AnswerPurchaseValidator : AbstractValidator<AnswerPurchaseCommand>
{
    public AnswerPurchaseValidator()
    {
        RuleFor(x => x.Reason).MaximumLength(200);
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is not null).When(x => !x.Confirm).WithMessage("Say why it cannot be delivered.");
    }
}

internal sealed class AnswerPurchaseHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<AnswerPurchaseCommand, Unit>
{
    public async Task<Unit> Handle(AnswerPurchaseCommand command, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var order = await db.OfSupplier(request.Actor, command.OrderId, cancellationToken);
        if (command.Confirm)
        {
            order.Confirm(now);
            return Unit.Value;
        }
        order.Decline(PlainText.Clean(command.Reason)!, now);
        await new BudgetBook(db, request.Actor, now).Free(order.BuyerId, order.BudgetYear, order.TotalFen, new BudgetSubject(order.Id, order.Number, ""), cancellationToken);
        return Unit.Value;
    }
}
