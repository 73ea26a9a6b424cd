using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class SoldGoodsMoved(ShowroomDb db) : IInvariant
{
    public string Rule => "Every SKU of a counter sale left the shelf in the number that was sold, and nothing left without a sale";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var moved = await db.Movements.Where(x => x.Cause == MovementCause.CounterSale).GroupBy(x => new { x.SubjectId, x.SkuId })
            .Select(x => new { x.Key.SubjectId, x.Key.SkuId, Sum = x.Sum(m => m.Quantity) }).ToDictionaryAsync(x => (x.SubjectId, x.SkuId), x => x.Sum, cancellationToken);
        var sold = await db.Set<SaleLine>().Where(x => x.IsKnown).GroupBy(x => new { x.SaleId, x.SkuId })
            .Select(x => new { x.Key.SaleId, x.Key.SkuId, Sum = x.Sum(l => l.Quantity) }).ToDictionaryAsync(x => (x.SaleId, x.SkuId), x => x.Sum, cancellationToken);
        return [.. sold.Keys.Union(moved.Keys).Where(key => sold.GetValueOrDefault(key) != moved.GetValueOrDefault(key))
            .Select(key => $"Sale {key.Item1}, SKU {key.Item2}: sold {sold.GetValueOrDefault(key)}, moved {moved.GetValueOrDefault(key)}")];
    }
}
