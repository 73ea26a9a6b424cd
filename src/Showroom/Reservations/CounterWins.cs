using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations;

/// <summary>Goods in a customer's hand are sold, whatever the books promised to others (product.md, "The counter wins"): what was set aside beyond
/// what is left goes to another place that has it, youngest reservation first, else that reservation is short and its asker is told. Goods that were recalled or have expired go the same way.</summary>
internal static class CounterWins
{
    /// <summary>Makes the promises of one SKU at one place fit what is left there; call after the sale was posted or the batch blocked.</summary>
    /// <returns>How many promised pieces another place stands in for now, and how many no place has.</returns>
    public static async Task<(long Moved, long Lost)> MakeRight(ShowroomDb db, StockBook book, Guid skuId, Guid locationId, DateTime now, CancellationToken cancellationToken, string cause = "counter-sale")
    {
        if (TooMuch(book, skuId, locationId) <= 0) return (0, 0);
        var (moved, lost) = (0L, 0L);
        var affected = await db.Reservations.Include(x => x.Allocations)
            .Where(x => x.Allocations.Any(a => a.SkuId == skuId && a.LocationId == locationId && a.IsOpen))
            .OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(500).ToListAsync(cancellationToken);
        foreach (var reservation in affected)
        {
            var here = reservation.Allocations.Single(x => x.SkuId == skuId && x.LocationId == locationId).Quantity;
            var missing = Math.Min(here, TooMuch(book, skuId, locationId));
            if (missing <= 0) break;
            await book.GiveBack(skuId, locationId, missing);
            var found = await FindElsewhere(book, reservation, skuId, locationId, missing);
            if (found < missing) reservation.LoseGoods(skuId, locationId, missing - found, cause, now);
            (moved, lost) = (moved + found, lost + missing - found);
        }
        return (moved, lost);
    }

    private static long TooMuch(StockBook book, Guid skuId, Guid locationId)
    {
        var shelf = book.At(skuId, locationId);
        return shelf.Reserved - Math.Max(0, shelf.OnHand - shelf.Blocked);
    }

    private static async Task<long> FindElsewhere(StockBook book, Reservation reservation, Guid skuId, Guid locationId, long missing)
    {
        var found = 0L;
        foreach (var other in book.Places.Serving(reservation.PreferredLocationId).Where(x => x != locationId))
        {
            var part = Math.Min(missing - found, book.Free(skuId, other));
            if (part <= 0 || !await book.SetAside(skuId, other, part)) continue;
            reservation.MoveGoods(skuId, locationId, other, part);
            found += part;
        }
        return found;
    }
}
