using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Transfers.Checks;

internal sealed class TransfersMoveWhatTheySay(ShowroomDb db) : IInvariant
{
    public string Rule => "A transfer's movements are its sent, counted and settled pieces, and no settlement exceeds its difference";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var moved = await db.Movements.Where(x => x.Cause == MovementCause.Transfer || x.Cause == MovementCause.TransferSettlement)
            .GroupBy(x => new { x.SubjectId, x.Cause }).Select(x => new { x.Key.SubjectId, x.Key.Cause, Sum = x.Sum(m => m.Quantity) }).ToDictionaryAsync(x => (x.SubjectId, x.Cause), x => x.Sum, cancellationToken);
        var orders = await db.Transfers.AsNoTracking().Include(x => x.Goods).Include(x => x.Settlements).Where(x => x.DispatchedAt != null).AsSplitQuery().ToListAsync(cancellationToken);
        var found = new List<string>();
        foreach (var order in orders)
        {
            var (onAndOff, ends) = (order.Goods.Sum(x => x.Sent + x.Accepted), order.Settlements.Sum(x => x.Quantity));
            var lost = order.Settlements.Where(x => x.Outcome == DifferenceOutcome.Lost).Sum(x => x.Quantity); // moved by its write-off
            if (onAndOff != moved.GetValueOrDefault((order.Id, MovementCause.Transfer))) found.Add($"{order.Number}: sent and counted {onAndOff}, moved {moved.GetValueOrDefault((order.Id, MovementCause.Transfer))}");
            if (ends - lost != moved.GetValueOrDefault((order.Id, MovementCause.TransferSettlement)) || ends != order.Goods.Sum(x => x.Settled)) found.Add($"{order.Number}: settled {order.Goods.Sum(x => x.Settled)}, written {ends} with {lost} lost, moved {moved.GetValueOrDefault((order.Id, MovementCause.TransferSettlement))}");
            found.AddRange(order.Goods.Where(x => x.Open < 0).Select(x => $"{order.Number}, line {x.Line}, batch '{x.Batch}': settled {x.Settled} of {Math.Abs(x.Difference)}"));
        }
        var known = orders.Select(x => x.Id).ToHashSet();
        found.AddRange(moved.Keys.Where(x => !known.Contains(x.SubjectId)).Select(x => $"Movements of transfer {x.SubjectId}, which has not left"));
        return found;
    }
}
