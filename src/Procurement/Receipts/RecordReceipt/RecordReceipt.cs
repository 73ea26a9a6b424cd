using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Deliveries;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Receipts.RecordReceipt;

/// <summary>At the dock: every piece of a delivery is accepted or rejected. Owed only once a second person has signed.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Lines">All its lines.</param>
/// <param name="TemperatureTenths">Of cold goods, tenths of a degree Celsius.</param>
/// <param name="Note">At most 200 characters.</param>
internal sealed record RecordReceiptCommand(Guid DeliveryId, IReadOnlyList<FoundGoods> Lines, int? TemperatureTenths = null, string? Note = null) : ICommand<RecordedReceipt>;

/// <param name="Line">Number of the order's line.</param>
/// <param name="Accepted">Pieces.</param>
/// <param name="Rejected">Pieces; with the accepted ones all that were sent.</param>
/// <param name="Grams">What the accepted ones weigh, or null to count pieces.</param>
/// <param name="Reason">Why some were rejected.</param>
/// <param name="Consent">The unit agrees to a weight outside the tolerance.</param>
internal sealed record FoundGoods(int Line, long Accepted, long Rejected = 0, long? Grams = null, string? Reason = null, string? Consent = null);

/// <summary>The receipt as it waits for the second person.</summary>
internal sealed record RecordedReceipt(Guid Id, string Number, long GoodsFen);

internal sealed class RecordReceiptValidator : AbstractValidator<RecordReceiptCommand>
{
    public RecordReceiptValidator()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null or { Count: <= 1000 }).WithMessage("At most 1,000 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Accepted).InclusiveBetween(0, 100_000);
            line.RuleFor(x => x.Rejected).InclusiveBetween(0, 100_000);
            line.RuleFor(x => x.Grams).InclusiveBetween(1, 100_000_000).When(x => x.Grams is not null);
            line.RuleFor(x => x.Grams).Null().When(x => x.Accepted == 0).WithMessage("Nothing was accepted: nothing to weigh.");
            line.RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).When(x => x.Rejected > 0).WithMessage("Say why, in at most 200 characters.");
            line.RuleFor(x => x.Consent).MaximumLength(200);
        });
        RuleFor(x => x.TemperatureTenths).InclusiveBetween(-400, 400);
        RuleFor(x => x.Note).MaximumLength(200);
    }
}

internal sealed class RecordReceiptHandler(ProcurementDb db, DockRules rules, RequestContext request, TimeProvider clock) : IRequestHandler<RecordReceiptCommand, RecordedReceipt>
{
    public async Task<RecordedReceipt> Handle(RecordReceiptCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, today) = (request.Actor, clock.UtcNow(), clock.Today());
        var buyer = actor.Organisation(ProcurementPermissions.Receive);
        var delivery = await db.Deliveries.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == command.DeliveryId && x.BuyerId == buyer, cancellationToken) ?? throw new NotFound("The delivery");
        var order = await db.OfBuyer(actor, ProcurementPermissions.Receive, delivery.OrderId, cancellationToken);
        await Duties.MustDiffer(db, buyer, actor.UserId!.Value, order.RequestedBy, today, cancellationToken);
        if (await db.OpenReceipts.AnyAsync(x => x.DeliveryId == delivery.Id, cancellationToken)) throw new RuleBroken("receipt.exists", "This delivery has a receipt already.");

        var found = delivery.Lines.OrderBy(x => x.Line).Select(sent => Match(sent, command, order, rules.ToleranceBp(today))).ToList();
        if (command.Lines.Count != delivery.Lines.Count) throw new ValidationException([new ValidationFailure("Lines", "Exactly the lines of the delivery.")]);
        var receipt = Receipt.Record(await PaperSerial.Next(db, "YS", now, cancellationToken), delivery, found, command.TemperatureTenths, PlainText.Clean(command.Note), actor.UserId.Value, actor.Name, now);
        db.Add(receipt);
        db.Add(new OpenDelivery(delivery.Id, receipt.Id)); // two at once: one fails on the key, runs again and sees the other's
        return new RecordedReceipt(receipt.Id, receipt.Number, receipt.GoodsFen);
    }

    private static ReceiptLine Match(DeliveryLine sent, RecordReceiptCommand command, PurchaseOrder order, int toleranceBp)
    {
        var at = command.Lines.ToList().FindIndex(x => x.Line == sent.Line);
        if (at < 0) throw new ValidationException([new ValidationFailure("Lines", $"Line {sent.Line} is missing.")]);
        var found = command.Lines[at];
        if (found.Accepted + found.Rejected != sent.Quantity) throw new ValidationException([new ValidationFailure($"Lines[{at}].Accepted", $"Accepted and rejected must be {sent.Quantity} together.")]);
        return ReceiptLine.Found(order.LineOf(sent.Line), sent, found.Accepted, found.Rejected, found.Grams, found.Rejected > 0 ? PlainText.Clean(found.Reason) : null, PlainText.Clean(found.Consent), toleranceBp);
    }
}
