using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations;

/// <summary>A reservation read after the turn of its SKUs was taken: nothing else can change it or its goods until this transaction ends.</summary>
internal sealed record OpenReservation(Reservation? Reservation, StockBook Book)
{
    /// <param name="db">The module's database, in a transaction.</param>
    /// <param name="id">The reservation.</param>
    /// <param name="alsoSkuIds">SKUs that may be set aside anew.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<OpenReservation> Read(ShowroomDb db, Guid id, IEnumerable<Guid> alsoSkuIds, CancellationToken cancellationToken)
    {
        var skuIds = (await db.Allocations.Where(x => x.ReservationId == id && x.IsOpen).Select(x => x.SkuId).ToListAsync(cancellationToken)).Concat(alsoSkuIds).ToHashSet();
        while (true)
        {
            var book = await StockBook.Open(db, skuIds, cancellationToken);
            var reservation = await db.Reservations.Include(x => x.Allocations).FirstOrDefaultAsync(x => x.Id == id, cancellationToken);
            // Between the first look and the turn another transaction may have set goods aside: then their turn is needed too.
            var missed = reservation?.Allocations.Where(x => x.IsOpen && !skuIds.Contains(x.SkuId)).Select(x => x.SkuId).ToList();
            if (missed is null or { Count: 0 }) return new(reservation, book);
            skuIds.UnionWith(missed);
            db.ChangeTracker.Entries<Reservation>().Where(x => x.Entity.Id == id).ToList().ForEach(x => x.State = EntityState.Detached);
            db.ChangeTracker.Entries<Allocation>().Where(x => x.Entity.ReservationId == id).ToList().ForEach(x => x.State = EntityState.Detached);
        }
    }

    /// <summary>Takes the mark off all goods of an open reservation; call before the aggregate ends.</summary>
    public async Task GiveBackGoods()
    {
        foreach (var goods in Reservation!.Allocations.Where(x => x.IsOpen)) await Book.GiveBack(goods.SkuId, goods.LocationId, goods.Quantity);
    }
}

internal static class Plans
{
    /// <summary>Plans the goods from what is in the book.</summary>
    public static AllocationPlan Plan(this StockBook book, IReadOnlyList<Contracts.StockLine> wanted, Guid? preferred) =>
        AllocationPlan.Make(wanted, book.Places.Serving(preferred), (sku, place) => book.Free(sku, place));

    /// <summary>Sets the planned goods aside.</summary>
    public static async Task SetAside(this StockBook book, AllocationPlan plan)
    {
        foreach (var goods in plan.Goods)
            if (!await book.SetAside(goods.SkuId, goods.LocationId, goods.Quantity))
                throw new InvalidOperationException($"SKU {goods.SkuId} moved although its turn was taken; the transaction is undone and tried again.");
    }
}
