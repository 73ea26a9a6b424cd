using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Receipts.Checks;

internal sealed class ReceiptsMatchOrders(ProcurementDb db) : IInvariant
{
    public string Rule => "An order's progress is what its deliveries and signed receipts say, and the budget holds exactly what is still to come of it";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sent = await Sums(from x in db.Deliveries from line in x.Lines select new Progress { OrderId = x.OrderId, Line = line.Line, Pieces = line.Quantity }, cancellationToken);
        var signed = db.Receipts.Where(x => x.State == ReceiptState.Signed);
        var accepted = await Sums(from x in signed from line in x.Lines select new Progress { OrderId = x.OrderId, Line = line.Line, Pieces = line.Accepted }, cancellationToken);
        var rejected = await Sums(from x in signed from line in x.Lines select new Progress { OrderId = x.OrderId, Line = line.Line, Pieces = line.Rejected }, cancellationToken);
        var held = (await db.BudgetEntries.AsNoTracking().GroupBy(x => new { x.SubjectId, x.Move }).Select(x => new { x.Key.SubjectId, x.Key.Move, Sum = x.Sum(e => e.AmountFen) }).ToListAsync(cancellationToken)).ToLookup(x => x.SubjectId);
        var receipts = (await db.Receipts.AsNoTracking().Select(x => new { x.OrderId, x.Id }).ToListAsync(cancellationToken)).ToLookup(x => x.OrderId, x => x.Id);
        var found = new List<string>();
        await foreach (var order in PurchaseOrders.Whole(db).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var line in order.Lines)
            {
                var key = (order.Id, line.Line);
                var expected = (sent.GetValueOrDefault(key), accepted.GetValueOrDefault(key), rejected.GetValueOrDefault(key));
                if (expected != (line.ShippedQuantity, line.AcceptedQuantity, line.RejectedQuantity)) found.Add($"{order.Number} line {line.Line}: sent, accepted, rejected {(line.ShippedQuantity, line.AcceptedQuantity, line.RejectedQuantity)}, papers say {expected}");
            }
            long Of(BudgetMove move) => receipts[order.Id].Append(order.Id).SelectMany(x => held[x]).Where(x => x.Move == move).Sum(x => x.Sum);
            var (reserved, committed) = (Of(BudgetMove.Reserved) - Of(BudgetMove.Released) - Of(BudgetMove.Committed), Of(BudgetMove.Committed) - Of(BudgetMove.Freed) - Of(BudgetMove.Consumed));
            var open = order.Lines.Sum(x => (x.Quantity - x.AcceptedQuantity - x.RejectedQuantity) * x.UnitPriceFen) + (order.IsFreightSettled ? 0 : order.FreightFen);
            var due = order.State switch { PurchaseState.Submitted => (open, 0L), PurchaseState.Approved or PurchaseState.Confirmed or PurchaseState.Shipped => (0L, open), _ => (0L, 0L) };
            if ((reserved, committed) != due) found.Add($"{order.Number} ({order.State}): the budget holds {(reserved, committed)}, the order needs {due}");
        }
        return found;
    }

    private static async Task<Dictionary<(Guid, int), long>> Sums(IQueryable<Progress> rows, CancellationToken cancellationToken) =>
        await rows.GroupBy(x => new { x.OrderId, x.Line }).Select(x => new { x.Key.OrderId, x.Key.Line, Sum = x.Sum(row => row.Pieces) }).ToDictionaryAsync(x => (x.OrderId, x.Line), x => x.Sum, cancellationToken);

    private sealed class Progress
    {
        public Guid OrderId { get; init; }
        public int Line { get; init; }
        public long Pieces { get; init; }
    }
}
