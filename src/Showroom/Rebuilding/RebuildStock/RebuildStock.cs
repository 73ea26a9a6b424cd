using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Rebuilding.RebuildStock;

/// <summary>Compares both projections, of places and of batches, with what they must be, and repairs them.</summary>
internal sealed record RebuildStockCommand(bool CompareOnly) : ICommand<IReadOnlyList<string>>;

internal sealed class StockRebuild(IMediator mediator) : IStockRebuild
{
    public Task<IReadOnlyList<string>> Run(bool compareOnly, CancellationToken cancellationToken) => mediator.Send(new RebuildStockCommand(compareOnly), cancellationToken);
}

internal sealed class RebuildStockHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RebuildStockCommand, IReadOnlyList<string>>
{
    private const int MostInAudit = 100;

    private readonly List<string> differences = [];
    private readonly HashSet<Guid> changed = [];

    public async Task<IReadOnlyList<string>> Handle(RebuildStockCommand request, CancellationToken cancellationToken)
    {
        // The turn of every SKU: nothing moves between the reading and the repair.
        await db.StockVersions.ExecuteUpdateAsync(x => x.SetProperty(v => v.Version, v => v.Version + 1), cancellationToken);
        var figures = await TrueBalances.Recompute(db, cancellationToken);
        var places = await db.Balances.AsNoTracking().ToDictionaryAsync(x => (x.SkuId, x.LocationId), cancellationToken);
        foreach (var key in figures.OnHand.Keys.Union(figures.Reserved.Keys).Union(figures.Blocked.Keys).Union(places.Keys).Order().ToList())
            await Place(key, figures, places, request.CompareOnly, cancellationToken);
        var batches = await db.BatchBalances.AsNoTracking().ToDictionaryAsync(x => (x.SkuId, x.LocationId, x.Batch), x => x.OnHand, cancellationToken);
        foreach (var key in figures.Batches.Keys.Union(batches.Keys).Order().ToList())
            await OfBatch(key, figures.Batches.GetValueOrDefault(key), batches, request.CompareOnly, cancellationToken);

        if (request.CompareOnly || differences.Count == 0) return differences;
        await Tell(places, cancellationToken);
        db.Audit.Add(AuditEntry.Of(context.Actor, clock.UtcNow(), "showroom.stock.rebuild", "stock", after: new { differences.Count, First = differences.Take(MostInAudit) }));
        return differences;
    }

    private async Task Place((Guid SkuId, Guid LocationId) key, TrueBalances figures, Dictionary<(Guid, Guid), StockBalance> places, bool compareOnly, CancellationToken cancellationToken)
    {
        var right = (OnHand: figures.OnHand.GetValueOrDefault(key), Reserved: figures.Reserved.GetValueOrDefault(key), Blocked: figures.Blocked.GetValueOrDefault(key));
        var known = places.TryGetValue(key, out var shelf);
        shelf ??= StockBalance.At(key.SkuId, key.LocationId, 0);
        if (right == (shelf.OnHand, shelf.Reserved, shelf.Blocked)) return;
        differences.Add($"SKU {key.SkuId} at {key.LocationId}: on hand {shelf.OnHand}, must be {right.OnHand}; reserved {shelf.Reserved}, must be {right.Reserved}; blocked {shelf.Blocked}, must be {right.Blocked}");
        if (compareOnly) return;

        (shelf.OnHand, shelf.Reserved, shelf.Blocked, places[key]) = (right.OnHand, right.Reserved, right.Blocked, shelf);
        changed.Add(key.SkuId);
        if (!known) db.Add(shelf);
        else await db.Balances.Where(x => x.SkuId == key.SkuId && x.LocationId == key.LocationId)
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, right.OnHand).SetProperty(b => b.Reserved, right.Reserved).SetProperty(b => b.Blocked, right.Blocked), cancellationToken);
    }

    private async Task OfBatch((Guid SkuId, Guid LocationId, string Batch) key, long right, Dictionary<(Guid, Guid, string), long> batches, bool compareOnly, CancellationToken cancellationToken)
    {
        var known = batches.TryGetValue(key, out var onHand);
        if (onHand == right) return;
        differences.Add($"SKU {key.SkuId} at {key.LocationId}, batch '{key.Batch}': on hand {onHand}, must be {right}");
        if (compareOnly) return;
        if (!known) db.Add(BatchBalance.At(key.SkuId, key.LocationId, key.Batch, right));
        else await db.BatchBalances.Where(x => x.SkuId == key.SkuId && x.LocationId == key.LocationId && x.Batch == key.Batch)
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, right), cancellationToken);
    }

    private async Task Tell(Dictionary<(Guid, Guid), StockBalance> places, CancellationToken cancellationToken)
    {
        var online = (await StockPlaces.Load(db, cancellationToken)).Online;
        var versions = await db.StockVersions.AsNoTracking().ToDictionaryAsync(x => x.SkuId, x => x.Version, cancellationToken);
        foreach (var skuId in changed)
        {
            if (!versions.TryGetValue(skuId, out var version)) db.Add(StockVersion.First(skuId));
            db.Send(new ShowAvailability(skuId, online.Sum(place => Math.Max(0, places.GetValueOrDefault((skuId, place))?.Free ?? 0)), Math.Max(1, version)));
        }
    }
}
