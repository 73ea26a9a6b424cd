using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement.Receipts.CheckReceipt;

/// <summary>The second person (复核) signs what the first one recorded, or sends it back.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Sign">False: back to the dock.</param>
/// <param name="Reason">Needed to send it back.</param>
internal sealed record CheckReceiptCommand(Guid ReceiptId, bool Sign, string? Reason = null) : ICommand;

internal sealed class CheckReceiptValidator : AbstractValidator<CheckReceiptCommand>
{
    public CheckReceiptValidator() => RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).When(x => !x.Sign).WithMessage("Say why, in at most 200 characters.");
}

internal sealed class CheckReceiptHandler(ProcurementDb db, StatementBook statements, RequestContext request, TimeProvider clock) : IRequestHandler<CheckReceiptCommand, Unit>
{
    public async Task<Unit> Handle(CheckReceiptCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var buyer = actor.Organisation(ProcurementPermissions.Receive);
        var receipt = await db.Receipts.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == command.ReceiptId && x.BuyerId == buyer, cancellationToken) ?? throw new NotFound("The receipt");
        var order = await db.OfBuyer(actor, ProcurementPermissions.Receive, receipt.OrderId, cancellationToken);
        foreach (var other in new[] { receipt.RecordedBy, order.RequestedBy }) await Duties.MustDiffer(db, buyer, actor.UserId!.Value, other, clock.Today(), cancellationToken);
        if (command.Sign) await Sign(receipt, order, actor, now, cancellationToken);
        else
        {
            receipt.Refuse(actor.UserId!.Value, actor.Name, PlainText.Clean(command.Reason)!, now);
            await db.OpenReceipts.Where(x => x.DeliveryId == receipt.DeliveryId).ExecuteDeleteAsync(cancellationToken);
        }
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.receipt.check", receipt.Id, after: new { receipt.Number, command.Sign, command.Reason }));
        return Unit.Value;
    }

    private async Task Sign(Receipt receipt, PurchaseOrder order, Platform.Security.Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var line in receipt.Lines) order.Receive(line.Line, line.Accepted, line.Rejected, now);
        var freight = order.TakeFreight(receipt.Lines.Any(x => x.Accepted > 0));
        receipt.Sign(actor.UserId!.Value, actor.Name, freight.DueFen, now);
        (await db.Deliveries.SingleAsync(x => x.Id == receipt.DeliveryId, cancellationToken)).Receive(now);

        // By piece the plan is kept to the fen; weighed goods may come out below it (the rest is free again) or above (from what is free).
        var (book, subject) = (new BudgetBook(db, actor, now), new BudgetSubject(receipt.Id, receipt.Number, ""));
        var (consumed, extra, freed) = (freight.DueFen, 0L, freight.FreedFen);
        foreach (var line in receipt.Lines)
        {
            var planned = line.Accepted * line.UnitPriceFen;
            consumed += Math.Min(planned, line.AmountFen);
            extra += Math.Max(0, line.AmountFen - planned);
            freed += Math.Max(0, planned - line.AmountFen) + line.Rejected * line.UnitPriceFen;
        }
        await book.Consume(order.BuyerId, order.BudgetYear, consumed, extra, subject, cancellationToken);
        await book.Free(order.BuyerId, order.BudgetYear, freed, subject, cancellationToken);
        var owed = receipt.Lines.Where(x => x.AmountFen > 0).OrderBy(x => x.Line).Select(x => new OwedLine(x.Line, x.Name, x.AmountFen)).ToList();
        if (freight.DueFen > 0) owed.Add(new OwedLine(0, "", freight.DueFen));
        await statements.Enter(order.BuyerId, order.SupplierId, receipt.Id, receipt.Number, order.Id, order.BudgetYear, owed, now, cancellationToken);
    }
}
