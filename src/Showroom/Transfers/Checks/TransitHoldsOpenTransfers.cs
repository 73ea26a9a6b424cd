using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Transfers.Checks;

internal sealed class TransitHoldsOpenTransfers(ShowroomDb db) : IInvariant
{
    public string Rule => "On the road, by batch, stands exactly what open transfers have sent and nobody has counted in or settled";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var onTheRoad = new Dictionary<(Guid SkuId, string Batch), long>();
        var orders = await db.Transfers.AsNoTracking().Include(x => x.Goods).Where(x => x.State == TransferState.Dispatched || (x.State == TransferState.Received && x.Goods.Any(g => g.Counted < g.Sent && g.Sent - g.Counted > g.Settled))).ToListAsync(cancellationToken);
        foreach (var part in orders.SelectMany(x => x.Goods))
            onTheRoad[(part.SkuId, part.Batch)] = onTheRoad.GetValueOrDefault((part.SkuId, part.Batch)) + (part.Counted is null ? part.Sent : part.Difference < 0 ? part.Open : 0);
        var transit = db.Locations.Where(x => x.Kind == LocationKind.Transit).Select(x => x.Id);
        var standing = await db.BatchBalances.AsNoTracking().Where(x => transit.Contains(x.LocationId)).GroupBy(x => new { x.SkuId, x.Batch })
            .Select(x => new { x.Key.SkuId, x.Key.Batch, OnHand = x.Sum(b => b.OnHand) }).ToDictionaryAsync(x => (x.SkuId, x.Batch), x => x.OnHand, cancellationToken);
        return [.. onTheRoad.Keys.Union(standing.Keys).Where(key => onTheRoad.GetValueOrDefault(key) != standing.GetValueOrDefault(key))
            .Select(key => $"SKU {key.SkuId}, batch '{key.Batch}': open transfers {onTheRoad.GetValueOrDefault(key)}, on the road {standing.GetValueOrDefault(key)}")];
    }
}
