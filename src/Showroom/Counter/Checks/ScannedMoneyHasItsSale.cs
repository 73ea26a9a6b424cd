using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class ScannedMoneyHasItsSale(ShowroomDb db) : IInvariant
{
    public string Rule => "A payment by scan that a sale took was paid, and only for a sale that is on the books";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var wrong = await db.ScanPayments.Where(x => x.SaleId != null && (x.PaidAt == null || !db.Sales.Any(s => s.Id == x.SaleId))).Select(x => new { x.Id, x.SaleId, x.State }).ToListAsync(cancellationToken);
        return [.. wrong.Select(x => $"payment by scan {x.Id}: {x.State}, for sale {x.SaleId}")];
    }
}
