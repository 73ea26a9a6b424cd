using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Rebuilding;

/// <summary>What the balances must be, worked out anew from the movements, the open reservations and the states of the batches.</summary>
/// <param name="Virtual">Places that only balance the books; they have no batches.</param>
/// <param name="OnHand">By SKU and place.</param>
/// <param name="Reserved">By SKU and place.</param>
/// <param name="Blocked">By SKU and real place.</param>
/// <param name="Batches">By SKU, real place and batch.</param>
internal sealed record TrueBalances(
    IReadOnlySet<Guid> Virtual,
    IReadOnlyDictionary<(Guid SkuId, Guid LocationId), long> OnHand,
    IReadOnlyDictionary<(Guid SkuId, Guid LocationId), long> Reserved,
    IReadOnlyDictionary<(Guid SkuId, Guid LocationId), long> Blocked,
    IReadOnlyDictionary<(Guid SkuId, Guid LocationId, string Batch), long> Batches)
{
    public static async Task<TrueBalances> Recompute(ShowroomDb db, CancellationToken cancellationToken)
    {
        var places = await db.Locations.AsNoTracking().ToListAsync(cancellationToken);
        var @virtual = places.Where(x => !x.Kind.IsReal()).Select(x => x.Id).ToHashSet();
        var into = await db.Movements.GroupBy(x => new { x.SkuId, Place = x.ToId, x.Batch }).Select(x => new { x.Key.SkuId, x.Key.Place, x.Key.Batch, Sum = x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken);
        var outOf = await db.Movements.GroupBy(x => new { x.SkuId, Place = x.FromId, x.Batch }).Select(x => new { x.Key.SkuId, x.Key.Place, x.Key.Batch, Sum = -x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken);
        var unsellable = (await db.Batches.AsNoTracking().Where(x => x.State != BatchState.Sellable).Select(x => new { x.SkuId, x.Code }).ToListAsync(cancellationToken)).Select(x => (x.SkuId, x.Code)).ToHashSet();

        var (onHand, blocked, batches) = (new Dictionary<(Guid, Guid), long>(), new Dictionary<(Guid, Guid), long>(), new Dictionary<(Guid, Guid, string), long>());
        foreach (var row in into.Concat(outOf))
        {
            Add(onHand, (row.SkuId, row.Place), row.Sum);
            if (@virtual.Contains(row.Place)) continue;
            Add(batches, (row.SkuId, row.Place, row.Batch ?? Batch.None), row.Sum);
            if (row.Batch is { } code && unsellable.Contains((row.SkuId, code))) Add(blocked, (row.SkuId, row.Place), row.Sum);
        }
        return new(@virtual, onHand, await Promised(db, cancellationToken), blocked, batches);
    }

    private static async Task<IReadOnlyDictionary<(Guid, Guid), long>> Promised(ShowroomDb db, CancellationToken cancellationToken)
    {
        var open = from reservation in db.Reservations
                   where reservation.State == ReservationState.Held || reservation.State == ReservationState.Captured
                   join allocation in db.Allocations on reservation.Id equals allocation.ReservationId
                   group allocation by new { allocation.SkuId, allocation.LocationId } into place
                   select new { place.Key.SkuId, place.Key.LocationId, Sum = place.Sum(x => x.Quantity) };
        return await open.ToDictionaryAsync(x => (x.SkuId, x.LocationId), x => x.Sum, cancellationToken);
    }

    private static void Add<TKey>(Dictionary<TKey, long> sums, TKey key, long change) where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + change;
}
