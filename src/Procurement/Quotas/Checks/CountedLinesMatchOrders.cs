using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement.Quotas.Checks;

internal sealed class CountedLinesMatchOrders(ProcurementDb db) : IInvariant
{
    public string Rule => "Every approved line is counted once: committed what is still to come, accepted what receipts less credits say, paid what statements say";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var counted = await db.CountedLines.AsNoTracking().Where(x => x.Channel == AidChannel.Bulk).ToDictionaryAsync(x => (x.SubjectId, x.Line), cancellationToken);
        var stated = (await db.StatementLines.AsNoTracking().Where(x => x.Kind != StatementLineKind.Freight && x.Line > 0).GroupBy(x => new { x.OrderId, x.Line })
            .Select(x => new { x.Key.OrderId, x.Key.Line, Sum = x.Sum(l => l.AmountFen), Paid = x.Sum(l => l.PaidFen) }).ToListAsync(cancellationToken)).ToDictionary(x => (x.OrderId, x.Line), x => (x.Sum, x.Paid));
        var found = new List<string>();
        await foreach (var order in PurchaseOrders.Whole(db).AsNoTracking().Where(x => x.ApprovedAt != null).AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var line in order.Lines)
            {
                var key = (order.Id, line.Line);
                var open = order.State is PurchaseState.Cancelled or PurchaseState.Declined ? 0 : (line.Quantity - line.AcceptedQuantity - line.RejectedQuantity) * line.UnitPriceFen;
                var (accepted, paid) = stated.GetValueOrDefault(key);
                if (!counted.Remove(key, out var row)) found.Add($"{order.Number} line {line.Line} is not counted");
                else if ((row.CommittedFen, row.AcceptedFen, row.PaidFen) != (open, accepted, paid)) found.Add($"{order.Number} line {line.Line}: counted {(row.CommittedFen, row.AcceptedFen, row.PaidFen)}, papers say {(open, accepted, paid)}");
            }
        found.AddRange(counted.Keys.Select(x => $"Line {x.Line} of {x.SubjectId} is counted, and no approved order has it"));
        return found;
    }
}
