using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Ledger;

/// <summary>The stock of some SKUs, opened for change within the current transaction. The one place in the code that posts movements and changes
/// balances. Opening updates each SKU's version row in key order, so changes of one SKU take turns and transactions never wait crosswise; what is
/// read afterwards cannot change underneath. The updates carry their condition all the same: the database has the last word, not this memory.</summary>
internal sealed class StockBook
{
    private readonly ShowroomDb db;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<Guid, long> versions = [];
    private readonly Dictionary<(Guid Sku, Guid Location), StockBalance> shelves = [];
    private readonly HashSet<Guid> changed = [];

    private StockBook(ShowroomDb db, StockPlaces places, CancellationToken cancellationToken) => (this.db, Places, this.cancellationToken) = (db, places, cancellationToken);

    public StockPlaces Places { get; }

    /// <summary>Takes the turn of each SKU and reads its balances.</summary>
    public static async Task<StockBook> Open(ShowroomDb db, IEnumerable<Guid> skuIds, CancellationToken cancellationToken)
    {
        var ids = skuIds.Distinct().Order().ToList();
        foreach (var id in ids)
            await db.StockVersions.Where(x => x.SkuId == id).ExecuteUpdateAsync(x => x.SetProperty(v => v.Version, v => v.Version + 1), cancellationToken);

        var book = new StockBook(db, await StockPlaces.Load(db, cancellationToken), cancellationToken);
        var rows = await (from version in db.StockVersions.AsNoTracking()
                          where ids.Contains(version.SkuId)
                          join balance in db.Balances.AsNoTracking() on version.SkuId equals balance.SkuId into balances
                          from balance in balances.DefaultIfEmpty()
                          select new { version.SkuId, version.Version, Balance = balance }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            book.versions[row.SkuId] = row.Version;
            if (row.Balance is not null) book.shelves[(row.SkuId, row.Balance.LocationId)] = row.Balance;
        }
        return book;
    }

    /// <summary>What stands at a place, as it is after the changes made through this book.</summary>
    public StockBalance At(Guid skuId, Guid locationId) => shelves.GetValueOrDefault((skuId, locationId)) ?? StockBalance.At(skuId, locationId, 0);

    /// <summary>Pieces that can be ordered online: over all places that serve online orders, none counted below zero.</summary>
    public long Available(Guid skuId) => Places.Online.Sum(place => Math.Max(0, At(skuId, place).Free));

    /// <summary>Sets goods aside if they are free; never more than there are.</summary>
    public async Task<bool> SetAside(Guid skuId, Guid locationId, long quantity)
    {
        var taken = await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId && x.OnHand - x.Reserved - x.Safety >= quantity)
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.Reserved, b => b.Reserved + quantity), cancellationToken) == 1;
        if (taken) Remember(skuId, locationId).Reserved += quantity;
        return taken;
    }

    /// <summary>Takes the mark off goods that were set aside.</summary>
    public async Task GiveBack(Guid skuId, Guid locationId, long quantity)
    {
        var given = await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId && x.Reserved >= quantity)
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.Reserved, b => b.Reserved - quantity), cancellationToken);
        if (given != 1) throw new InvalidOperationException($"{quantity} of SKU {skuId} are not set aside at {locationId}.");
        Remember(skuId, locationId).Reserved -= quantity;
    }

    /// <summary>Posts a movement: the row and both balances. A real place gives only what is there and not promised, except over the counter.</summary>
    /// <exception cref="RuleBroken"><c>stock.short</c>: the place does not have the goods.</exception>
    public async Task Post(StockMovement movement)
    {
        db.Add(movement);
        if (!versions.ContainsKey(movement.SkuId))
        {
            db.Add(StockVersion.First(movement.SkuId));
            versions[movement.SkuId] = 1;
        }
        var mayOwe = movement.Cause == MovementCause.CounterSale || Places.IsVirtual(movement.FromId);
        await Move(movement.SkuId, movement.FromId, -movement.Quantity, mayOwe);
        await Move(movement.SkuId, movement.ToId, movement.Quantity, true);
    }

    /// <summary>Tells the catalogue what can be ordered now. Call once, after the last change.</summary>
    public void Close()
    {
        foreach (var skuId in changed) db.Send(new ShowAvailability(skuId, Available(skuId), versions[skuId]));
        changed.Clear();
    }

    private async Task Move(Guid skuId, Guid locationId, long change, bool mayOwe)
    {
        var moved = await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId && (mayOwe || x.OnHand - x.Reserved >= -change))
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + change), cancellationToken) == 1;
        if (!moved && !mayOwe) throw new RuleBroken("stock.short", "The place does not have the goods.", new { skuId, locationId, onHand = At(skuId, locationId).OnHand });

        var shelf = Remember(skuId, locationId);
        shelf.OnHand += change;
        // The first goods ever of this SKU at this place: the row is made by the save, and later changes of the same book go to the same object.
        if (!moved && db.Entry(shelf).State == EntityState.Detached) db.Add(shelf);
    }

    private StockBalance Remember(Guid skuId, Guid locationId)
    {
        changed.Add(skuId);
        if (!shelves.TryGetValue((skuId, locationId), out var shelf)) shelves[(skuId, locationId)] = shelf = StockBalance.At(skuId, locationId, 0);
        return shelf;
    }
}
