using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Ledger.Checks;

internal sealed class BalancesSumToZero(ShowroomDb db) : IInvariant
{
    public string Rule => "Over all locations, supplier and customer included, the pieces of a SKU sum to zero";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sums = await db.Balances.GroupBy(x => x.SkuId).Select(x => new { SkuId = x.Key, Sum = x.Sum(b => b.OnHand) }).Where(x => x.Sum != 0).ToListAsync(cancellationToken);
        var oneSided = await db.Movements.AsNoTracking().Where(x => x.Quantity <= 0 || x.FromId == x.ToId).ToListAsync(cancellationToken);
        return [.. sums.Select(x => $"SKU {x.SkuId}: sum {x.Sum}, not 0"), .. oneSided.Select(x => $"Movement {x.Key}: {x.Quantity} from {x.FromId} to {x.ToId}")];
    }
}
