using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Rebuilding.Checks;

internal sealed class BatchBalancesAddUp(ShowroomDb db) : IInvariant
{
    public string Rule => "At every real place the batches equal their movements, add up to the balance, and those that may not be sold to its blocked pieces";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var figures = await TrueBalances.Recompute(db, cancellationToken);
        var held = await db.BatchBalances.AsNoTracking().ToDictionaryAsync(x => (x.SkuId, x.LocationId, x.Batch), x => x.OnHand, cancellationToken);
        var balances = await db.Balances.AsNoTracking().Where(x => !figures.Virtual.Contains(x.LocationId)).ToListAsync(cancellationToken);
        var sums = held.GroupBy(x => (x.Key.SkuId, x.Key.LocationId)).ToDictionary(x => x.Key, x => x.Sum(b => b.Value));
        return
        [
            .. figures.Batches.Keys.Union(held.Keys).Where(key => figures.Batches.GetValueOrDefault(key) != held.GetValueOrDefault(key))
                .Select(key => $"SKU {key.SkuId} at {key.LocationId}, batch '{key.Batch}': movements {figures.Batches.GetValueOrDefault(key)}, balance {held.GetValueOrDefault(key)}"),
            .. balances.Where(x => x.OnHand != sums.GetValueOrDefault((x.SkuId, x.LocationId)))
                .Select(x => $"SKU {x.SkuId} at {x.LocationId}: batches {sums.GetValueOrDefault((x.SkuId, x.LocationId))}, balance {x.OnHand}"),
            .. balances.Where(x => x.Blocked != figures.Blocked.GetValueOrDefault((x.SkuId, x.LocationId)))
                .Select(x => $"SKU {x.SkuId} at {x.LocationId}: unsellable batches {figures.Blocked.GetValueOrDefault((x.SkuId, x.LocationId))}, blocked {x.Blocked}"),
            .. held.Where(x => x.Key.Batch != Batch.None && x.Value < 0).Select(x => $"SKU {x.Key.SkuId} at {x.Key.LocationId}, batch '{x.Key.Batch}': {x.Value} pieces"),
        ];
    }
}
