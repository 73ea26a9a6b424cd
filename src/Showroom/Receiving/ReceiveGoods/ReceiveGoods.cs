using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Receiving.ReceiveGoods;

/// <summary>Takes goods in at a place; they come from the supplier and can be ordered at once.</summary>
internal sealed record ReceiveGoodsCommand(Guid LocationId, IReadOnlyList<ReceivedLine> Lines) : ICommand<ReceivedGoods>;

/// <summary>One line of what came in.</summary>
internal sealed record ReceivedLine(Guid SkuId, long Quantity, string? Batch = null, DateOnly? ExpiresOn = null)
{
    /// <summary>The batch the goods are kept under: goods with an expiry day but no code are a batch by that day.</summary>
    [JsonIgnore]
    public string? BatchCode => string.IsNullOrEmpty(Batch) ? ExpiresOn?.ToString("'EXP'yyyyMMdd", CultureInfo.InvariantCulture) : Batch;
}

/// <summary>The receipt as it was written.</summary>
internal sealed record ReceivedGoods(Guid Id, Guid LocationId, DateTime At, IReadOnlyList<ReceivedLine> Lines);

internal sealed class ReceiveGoodsValidator : AbstractValidator<ReceiveGoodsCommand>
{
    public ReceiveGoodsValidator()
    {
        RuleFor(x => x.LocationId).NotEmpty();
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 1_000_000);
            line.RuleFor(x => x.ExpiresOn).Must(day => day is not { Year: < 2020 or > 2100 }).WithMessage("Not a believable day.");
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]*$").When(x => x.Batch is not null);
        });
    }
}

internal sealed class ReceiveGoodsHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReceiveGoodsCommand, ReceivedGoods>
{
    public async Task<ReceivedGoods> Handle(ReceiveGoodsCommand request, CancellationToken cancellationToken)
    {
        await RefuseUnknown(request, cancellationToken);
        var (actor, now) = (context.Actor, clock.UtcNow());
        var receipt = GoodsReceipt.Of(request.LocationId, request.Lines.Select(x => (x.SkuId, x.BatchCode, x.ExpiresOn, x.Quantity)), actor, now);
        db.Add(receipt);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.receipt", receipt.Id, after: new { request.LocationId, request.Lines }));

        var book = await StockBook.Open(db, request.Lines.Select(x => x.SkuId), cancellationToken);
        foreach (var line in receipt.Lines)
        {
            if (line.Batch is { } code) await book.Batches.Know(line.SkuId, code, line.ExpiresOn);
            await book.Post(StockMovement.Receipt(receipt.Id, line.Line, line.SkuId, line.Batch, book.Places.Supplier, receipt.LocationId, line.Quantity, now, actor.Key));
        }
        book.Close();
        return new ReceivedGoods(receipt.Id, receipt.LocationId, now, request.Lines);
    }

    private async Task RefuseUnknown(ReceiveGoodsCommand request, CancellationToken cancellationToken)
    {
        var problems = new List<ValidationFailure>();
        var place = await db.Locations.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.LocationId, cancellationToken);
        if (place is not { IsOpen: true } || !place.Kind.HasShelves()) problems.Add(new("LocationId", "No open place with shelves has this id.") { ErrorCode = "location.unknown" });

        var ids = request.Lines.Select(x => x.SkuId).Distinct().ToList();
        var known = await db.ShelfItems.Where(x => ids.Contains(x.SkuId)).Select(x => x.SkuId).ToListAsync(cancellationToken);
        for (var i = 0; i < request.Lines.Count; i++)
            if (!known.Contains(request.Lines[i].SkuId)) problems.Add(new($"Lines[{i}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" });
        var today = clock.Today();
        for (var i = 0; i < request.Lines.Count; i++)
            if (request.Lines[i].ExpiresOn < today) problems.Add(new($"Lines[{i}].ExpiresOn", "The goods have expired; they are not taken in.") { ErrorCode = "batch.expired" });
        if (problems.Count > 0) throw new ValidationException(problems);
    }
}
