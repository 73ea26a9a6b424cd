using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Losses.RecordLoss;

/// <summary>Goods left a shelf for another reason than a sale. Broken is broken: promises that cannot be kept any more are made right as after a counter sale.</summary>
/// <param name="LocationId">Where they stood.</param>
/// <param name="Cause">A name of <see cref="LossCause"/>, except <c>InTransit</c>.</param>
/// <param name="Party">Who bears it: <c>House</c>, <c>Grower</c>, <c>Carrier</c>.</param>
/// <param name="Lines">What.</param>
/// <param name="Note">What happened.</param>
internal sealed record RecordLossCommand(Guid LocationId, string Cause, string Party, IReadOnlyList<LostGoods> Lines, string Note) : ICommand<RecordedLoss>;

/// <param name="Batch">Null: whatever expires first.</param>
internal sealed record LostGoods(Guid SkuId, string? Batch, long Quantity);

/// <param name="State"><c>Booked</c>, or <c>Waiting</c> for the signature of somebody else.</param>
internal sealed record RecordedLoss(Guid Id, string Number, long ValueFen, string State);

internal sealed class RecordLossValidator : AbstractValidator<RecordLossCommand>
{
    public RecordLossValidator()
    {
        RuleFor(x => x.LocationId).NotEmpty();
        RuleFor(x => x.Cause).Must(x => x != nameof(LossCause.InTransit) && Enum.GetNames<LossCause>().Contains(x)).WithMessage("Not a cause.");
        RuleFor(x => x.Party).Must(x => Enum.GetNames<LossParty>().Contains(x)).WithMessage("Not a party.");
        RuleFor(x => x.Note).Must(note => PlainText.Clean(note) is { Length: <= 200 }).WithMessage("Say in at most 200 characters what happened.");
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 1_000_000);
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]+$").When(x => x.Batch is not null);
        });
        RuleForEach(x => x.Lines).Must(line => line?.Batch is not null).When(x => x.Cause == nameof(LossCause.Expired)).WithMessage("Name the batch that has expired.").OverridePropertyName("Lines");
    }
}

internal sealed class RecordLossHandler(ShowroomDb db, RequestContext context, TimeProvider clock, IConfiguration settings) : IRequestHandler<RecordLossCommand, RecordedLoss>
{
    public async Task<RecordedLoss> Handle(RecordLossCommand request, CancellationToken cancellationToken)
    {
        var prices = await Known(request, cancellationToken);
        var skuIds = prices.Keys.Order().ToList();
        var book = await StockBook.Open(db, skuIds, cancellationToken);
        var (actor, now, day) = (context.Actor, clock.UtcNow(), clock.Today());
        var cause = Enum.Parse<LossCause>(request.Cause);
        var waits = request.Lines.Sum(x => x.Quantity * prices[x.SkuId]) > LossBook.LimitFen(settings);
        var loss = WriteOff.Record(await LossBook.NextNumber(db, day, cancellationToken), day, request.LocationId, cause, Enum.Parse<LossParty>(request.Party), PlainText.Clean(request.Note)!, waits, actor, now);
        db.Add(loss);
        var (quarantine, to) = (book.Places.Quarantine, waits ? book.Places.Quarantine : cause.Destination(book.Places));
        foreach (var (at, line) in request.Lines.Index())
        {
            if (request.LocationId == to) NoteWhereItStands(loss, book, line, prices[line.SkuId]);
            else
                foreach (var part in await book.Post(StockMovement.WriteOff(loss.Id, $"out:{at + 1}", line.SkuId, line.Batch, request.LocationId, to, line.Quantity, now, actor.Key)))
                    loss.Add(part.SkuId, part.Batch ?? Batch.None, part.Quantity, prices[part.SkuId]);
        }
        foreach (var skuId in skuIds) await CounterWins.MakeRight(db, book, skuId, request.LocationId, now, cancellationToken, "loss");
        if (request.LocationId == quarantine) await KeepOthersWaiting(book, loss, skuIds, cancellationToken);
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.loss.record", loss.Id, after: new { loss.Number, request.LocationId, request.Cause, request.Party, request.Lines, loss.ValueFen, State = loss.State.ToString() }));
        return new(loss.Id, loss.Number, loss.ValueFen, loss.State.ToString());
    }

    /// <summary>Goods that stand in quarantine already wait there.</summary>
    private static void NoteWhereItStands(WriteOff loss, StockBook book, LostGoods line, long price)
    {
        var (batch, quarantine) = (line.Batch ?? Batch.None, book.Places.Quarantine);
        var noted = loss.Lines.Where(x => x.SkuId == line.SkuId && x.Batch == batch).Sum(x => x.Quantity);
        if (book.Batches.At(line.SkuId, quarantine, batch) < noted + line.Quantity) throw new RuleBroken("stock.batch-short", "The place does not have so much of this batch.", new { line.SkuId, locationId = quarantine, batch });
        loss.Add(line.SkuId, batch, line.Quantity, price);
    }

    private async Task KeepOthersWaiting(StockBook book, WriteOff loss, IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken)
    {
        await LossBook.KeepWaiting(db, book, skuIds, cancellationToken);
        if (loss.State != WriteOffState.Waiting) return;
        foreach (var line in loss.Lines.GroupBy(x => (x.SkuId, x.Batch)))
        {
            var others = await db.WriteOffs.Where(x => x.State == WriteOffState.Waiting).SelectMany(x => x.Lines).Where(x => x.SkuId == line.Key.SkuId && x.Batch == line.Key.Batch).SumAsync(x => x.Quantity, cancellationToken);
            if (book.Batches.At(line.Key.SkuId, book.Places.Quarantine, line.Key.Batch) < others + line.Sum(x => x.Quantity)) throw new RuleBroken("loss.waits", "These goods wait in quarantine for the signature of a write-off.", new { line.Key.SkuId, line.Key.Batch });
        }
    }

    private async Task<Dictionary<Guid, long>> Known(RecordLossCommand request, CancellationToken cancellationToken)
    {
        var problems = new List<ValidationFailure>();
        var place = await db.Locations.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.LocationId, cancellationToken);
        if (place is null || !(place.Kind.HasShelves() || place.Kind == LocationKind.Quarantine)) problems.Add(new("LocationId", "No place where goods stand has this id.") { ErrorCode = "location.unknown" });
        var ids = request.Lines.Select(x => x.SkuId).Distinct().ToList();
        var prices = await db.ShelfItems.Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, x => x.PriceFen, cancellationToken);
        for (var i = 0; i < request.Lines.Count; i++)
            if (!prices.ContainsKey(request.Lines[i].SkuId)) problems.Add(new($"Lines[{i}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" });
        return problems.Count > 0 ? throw new ValidationException(problems) : prices;
    }
}
