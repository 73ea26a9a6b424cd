using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Ledger.Checks;

internal sealed class BalancesMatchMovements(ShowroomDb db) : IInvariant
{
    public string Rule => "Every stock balance equals the sum of its movements";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var into = await db.Movements.GroupBy(x => new { x.SkuId, Place = x.ToId }).Select(x => new { x.Key.SkuId, x.Key.Place, Sum = x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken);
        var outOf = await db.Movements.GroupBy(x => new { x.SkuId, Place = x.FromId }).Select(x => new { x.Key.SkuId, x.Key.Place, Sum = x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken);
        var sums = new Dictionary<(Guid, Guid), long>();
        foreach (var row in into) sums[(row.SkuId, row.Place)] = row.Sum;
        foreach (var row in outOf) sums[(row.SkuId, row.Place)] = sums.GetValueOrDefault((row.SkuId, row.Place)) - row.Sum;

        var balances = await db.Balances.AsNoTracking().ToDictionaryAsync(x => (x.SkuId, x.LocationId), x => x.OnHand, cancellationToken);
        return [.. sums.Keys.Union(balances.Keys).Where(key => sums.GetValueOrDefault(key) != balances.GetValueOrDefault(key))
            .Select(key => $"SKU {key.Item1} at {key.Item2}: movements {sums.GetValueOrDefault(key)}, balance {balances.GetValueOrDefault(key)}")];
    }
}
