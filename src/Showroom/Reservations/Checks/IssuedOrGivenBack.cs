using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations.Checks;

internal sealed class IssuedOrGivenBack(ShowroomDb db) : IInvariant
{
    public string Rule => "A reservation's goods were issued or given back, never both, and left exactly once";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var issued = db.Movements.Where(x => x.Cause == MovementCause.Issue);
        var both = await db.Reservations.Where(x => x.State != ReservationState.Issued && issued.Any(m => m.SubjectId == x.Id)).Select(x => new { x.Id, x.State }).ToListAsync(cancellationToken);
        var differing = await db.Allocations.Where(x => db.Reservations.Any(r => r.Id == x.ReservationId && r.State == ReservationState.Issued))
            .Select(x => new { x.ReservationId, x.SkuId, x.Quantity, Left = issued.Where(m => m.SubjectId == x.ReservationId && m.SkuId == x.SkuId && m.FromId == x.LocationId).Sum(m => m.Quantity) })
            .Where(x => x.Left != x.Quantity).ToListAsync(cancellationToken);
        return [.. both.Select(x => $"Reservation {x.Id} is {x.State}, but goods left under it"),
            .. differing.Select(x => $"Reservation {x.ReservationId}, SKU {x.SkuId}: {x.Quantity} to issue, {x.Left} left")];
    }
}
