using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.Checks;

internal sealed class ReservedMatchesAllocations(ShowroomDb db) : IInvariant
{
    public string Rule => "Reserved stock equals the goods of held and captured reservations";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var open = from reservation in db.Reservations
                   where reservation.State == ReservationState.Held || reservation.State == ReservationState.Captured
                   join allocation in db.Allocations on reservation.Id equals allocation.ReservationId
                   group allocation by new { allocation.SkuId, allocation.LocationId } into place
                   select new { place.Key.SkuId, place.Key.LocationId, Sum = place.Sum(x => x.Quantity) };
        var promised = await open.ToDictionaryAsync(x => (x.SkuId, x.LocationId), x => x.Sum, cancellationToken);
        var reserved = await db.Balances.Where(x => x.Reserved != 0).ToDictionaryAsync(x => (x.SkuId, x.LocationId), x => x.Reserved, cancellationToken);
        return [.. promised.Keys.Union(reserved.Keys).Where(key => promised.GetValueOrDefault(key) != reserved.GetValueOrDefault(key))
            .Select(key => $"SKU {key.Item1} at {key.Item2}: reservations {promised.GetValueOrDefault(key)}, balance {reserved.GetValueOrDefault(key)}")];
    }
}
