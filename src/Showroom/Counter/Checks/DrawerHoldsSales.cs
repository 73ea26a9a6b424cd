using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class DrawerHoldsSales(ShowroomDb db) : IInvariant
{
    public string Rule => "Every shift's drawer took what its sales brought, to the fen, so that Z equals the ledger";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var drawers = await db.DrawerEntries.Where(x => x.Deed == DrawerDeed.Sale).GroupBy(x => x.ShiftId).Select(x => new { x.Key, Sum = x.Sum(e => e.AmountFen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var sales = await db.Sales.GroupBy(x => x.ShiftId).Select(x => new { x.Key, Sum = x.Sum(s => s.TotalFen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        return [.. drawers.Keys.Union(sales.Keys).Where(key => drawers.GetValueOrDefault(key) != sales.GetValueOrDefault(key))
            .Select(key => $"Shift {key}: sales {sales.GetValueOrDefault(key)}, drawer {drawers.GetValueOrDefault(key)} fen")];
    }
}
