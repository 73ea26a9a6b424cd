using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.Checks;

internal sealed class PromisesAreCovered(ShowroomDb db) : IInvariant
{
    public string Rule => "No place has more set aside than lies there and may be sold";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var broken = await db.Balances.AsNoTracking().Where(x => x.Reserved < 0 || (x.Reserved > 0 && x.Reserved > x.OnHand - x.Blocked)).ToListAsync(cancellationToken);
        return [.. broken.Select(x => $"SKU {x.SkuId} at {x.LocationId}: {x.Reserved} set aside, {x.OnHand} on hand, {x.Blocked} of them blocked")];
    }
}
