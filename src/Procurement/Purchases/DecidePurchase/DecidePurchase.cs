using FluentValidation;
using MediatR;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Purchases.DecidePurchase;

/// <summary>An approver agrees to exactly what was shown, or sends the order back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Approve">False: back to the requester.</param>
/// <param name="ContentHash">Hash of what was shown; needed to agree.</param>
/// <param name="Note">Needed to send back; at most 200 characters.</param>
internal sealed record DecidePurchaseCommand(Guid OrderId, bool Approve, string? ContentHash = null, string? Note = null) : ICommand<DecidedPurchase>;

/// <summary>The order now.</summary>
internal sealed record DecidedPurchase(Guid Id, string Number, string State, int Approvals, int ApprovalsNeeded);

internal sealed class DecidePurchaseValidator : AbstractValidator<DecidePurchaseCommand>
{
    public DecidePurchaseValidator()
    {
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.Note).Must(note => PlainText.Clean(note) is not null).When(x => !x.Approve).WithMessage("Say why it is sent back.");
        RuleFor(x => x.ContentHash).NotEmpty().Length(64).When(x => x.Approve).WithMessage("Say what was looked at.");
    }
}

internal sealed class DecidePurchaseHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<DecidePurchaseCommand, DecidedPurchase>
{
    public async Task<DecidedPurchase> Handle(DecidePurchaseCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var order = await db.OfBuyer(actor, ProcurementPermissions.Approve, command.OrderId, cancellationToken);
        await Duties.MustDiffer(db, order.BuyerId, actor.UserId!.Value, order.RequestedBy, clock.Today(), cancellationToken);
        var (book, subject) = (new BudgetBook(db, actor, now), new BudgetSubject(order.Id, order.Number, ""));
        if (!command.Approve)
        {
            order.Return(PlainText.Clean(command.Note)!, now);
            await book.Release(order.BuyerId, order.BudgetYear, order.TotalFen, subject, cancellationToken);
        }
        else if (order.Approve(command.ContentHash!, actor.UserId.Value, actor.Name, PlainText.Clean(command.Note), now))
        {
            await book.Commit(order.BuyerId, order.BudgetYear, order.TotalFen, subject, cancellationToken);
        }
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.purchase.decide", order.Id, after: new { order.Number, command.Approve, order.ContentHash, command.Note }));
        return new DecidedPurchase(order.Id, order.Number, order.State.ToString(), order.Approvals.Count, order.ApprovalsNeeded);
    }
}
