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

    private StockBook(ShowroomDb db, StockPlaces places, BatchBook batches, CancellationToken cancellationToken) =>
        (this.db, Places, Batches, this.cancellationToken) = (db, places, batches, cancellationToken);

    public StockPlaces Places { get; }

    /// <summary>What stands of each batch.</summary>
    public BatchBook Batches { get; }

    /// <summary>Takes the turn of each SKU and reads its balances.</summary>
    public static async Task<StockBook> Open(ShowroomDb db, IEnumerable<Guid> skuIds, CancellationToken cancellationToken)
    {
        var ids = skuIds.Distinct().Order().ToList();
        foreach (var id in ids)
            await db.StockVersions.Where(x => x.SkuId == id).ExecuteUpdateAsync(x => x.SetProperty(v => v.Version, v => v.Version + 1), cancellationToken);

        var book = new StockBook(db, await StockPlaces.Load(db, cancellationToken), await BatchBook.Read(db, ids, cancellationToken), cancellationToken);
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

    /// <summary>Pieces that may be set aside at a place: of batches that may be sold today, marked or not.</summary>
    public long Free(Guid skuId, Guid locationId) => At(skuId, locationId).Free - Over(skuId, locationId);

    /// <summary>Pieces that can be ordered online: over all places that serve online orders, none counted below zero.</summary>
    public long Available(Guid skuId) => Places.Online.Sum(place => Math.Max(0, Free(skuId, place)));

    /// <summary>Sets goods aside if they are free; never more than there are.</summary>
    public async Task<bool> SetAside(Guid skuId, Guid locationId, long quantity)
    {
        var needed = quantity + Over(skuId, locationId);
        var taken = await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId && x.OnHand - x.Reserved - x.Safety - x.Blocked >= needed)
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

    /// <summary>Posts a movement: its rows and all balances. Goods that leave a real place without a named batch are split over the batches there, first
    /// expired first out. A real place gives only what is there and not promised; over the counter it gives what it does not have, and what is broken
    /// or was counted missing is gone though it was promised.</summary>
    /// <returns>What was posted: one movement for each batch, the first under the given key.</returns>
    /// <exception cref="RuleBroken"><c>stock.short</c>, <c>stock.batch-short</c>: the place does not have the goods.</exception>
    public async Task<IReadOnlyList<StockMovement>> Post(StockMovement movement)
    {
        if (!versions.ContainsKey(movement.SkuId))
        {
            db.Add(StockVersion.First(movement.SkuId));
            versions[movement.SkuId] = 1;
        }
        var (skuId, fromId, toId) = (movement.SkuId, movement.FromId, movement.ToId);
        var (fromReal, toReal) = (!Places.IsVirtual(fromId), !Places.IsVirtual(toId));
        var mayOwe = movement.Cause is MovementCause.CounterSale or MovementCause.Stocktake or MovementCause.CabinetSale || !fromReal;
        var posted = movement.Over(fromReal ? Batches.Take(movement, mayOwe) : [(movement.Batch ?? Batch.None, movement.Quantity)]);

        var (marked, sellable) = (0L, 0L);
        foreach (var part in posted)
        {
            db.Add(part);
            var batch = part.Batch is { } code ? await Batches.Know(skuId, code) : null;
            if (batch is { State: not BatchState.Sellable }) marked += part.Quantity;
            if (batch?.IsSellable(Batches.Day) != false) sellable += part.Quantity;
        }
        await Move(skuId, fromId, -movement.Quantity, fromReal ? -marked : 0, movement.Cause == MovementCause.WriteOff ? 0 : sellable, mayOwe);
        await Move(skuId, toId, movement.Quantity, toReal ? marked : 0, 0, true);
        foreach (var part in posted)
        {
            if (fromReal) await Batches.Move(skuId, fromId, part.Batch ?? Batch.None, -part.Quantity);
            if (toReal) await Batches.Move(skuId, toId, part.Batch ?? Batch.None, part.Quantity);
        }
        if (!fromReal && toReal) await SettleDebt(movement);
        return posted;
    }

    /// <summary>Posts a sale at a counter or a cabinet, which is never refused.</summary>
    /// <returns>How many pieces were of batches that may not be sold: by the label that was scanned, else by the books.</returns>
    public async Task<long> PostSale(StockMovement sale)
    {
        var posted = await Post(sale);
        if (sale.Batch is { } scanned && !await Batches.IsSellable(sale.SkuId, scanned)) return sale.Quantity;
        return posted.Where(x => x.Batch is { } code && Batches.Find(x.SkuId, code)?.IsSellable(Batches.Day) == false).Sum(x => x.Quantity);
    }

    /// <summary>A batch becomes sellable or unsellable, wherever it stands.</summary>
    /// <returns>The places where it stands: what was promised there may have to be made right.</returns>
    public async Task<IReadOnlyList<Guid>> Judge(Guid skuId, string code, BatchState state)
    {
        var batch = await Batches.Know(skuId, code);
        if (batch.State == state) return [];
        var sign = (state == BatchState.Sellable ? 0 : 1) - (batch.State == BatchState.Sellable ? 0 : 1);
        var places = Batches.PlacesOf(skuId, code);
        foreach (var (locationId, onHand) in places)
        {
            await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId).ExecuteUpdateAsync(x => x.SetProperty(b => b.Blocked, b => b.Blocked + sign * onHand), cancellationToken);
            Remember(skuId, locationId).Blocked += sign * onHand;
        }
        await Batches.Judge(batch, state);
        return [.. places.Select(x => x.LocationId)];
    }

    /// <summary>Tells the catalogue what can be ordered now. Call once, after the last change.</summary>
    public void Close()
    {
        foreach (var skuId in changed) db.Send(new ShowAvailability(skuId, Available(skuId), versions[skuId]));
        changed.Clear();
    }

    private long Over(Guid skuId, Guid locationId) => Batches.OverButUnmarked.Where(x => x.SkuId == skuId && x.LocationId == locationId).Sum(x => x.Quantity);

    /// <summary>Goods were sold before they were booked in: what comes in now first makes up for what was owed without a batch.</summary>
    private async Task SettleDebt(StockMovement came)
    {
        if (came.Batch is not { Length: > 0 } code) return;
        var owed = Math.Min(came.Quantity, -Batches.At(came.SkuId, came.ToId, Batch.None));
        if (owed <= 0) return;
        db.AddRange(came.Settle(Places.Adjustment, owed));
        await Batches.Move(came.SkuId, came.ToId, code, -owed);
        await Batches.Move(came.SkuId, came.ToId, Batch.None, owed);
        if (Batches.Find(came.SkuId, code) is not { State: not BatchState.Sellable }) return;
        await db.Balances.Where(x => x.SkuId == came.SkuId && x.LocationId == came.ToId).ExecuteUpdateAsync(x => x.SetProperty(b => b.Blocked, b => b.Blocked - owed), cancellationToken);
        Remember(came.SkuId, came.ToId).Blocked -= owed;
    }

    private async Task Move(Guid skuId, Guid locationId, long change, long blockedChange, long sellable, bool mayOwe)
    {
        var needed = sellable + Over(skuId, locationId);
        var moved = await db.Balances.Where(x => x.SkuId == skuId && x.LocationId == locationId
                && (mayOwe || (x.OnHand >= -change && (sellable == 0 || x.OnHand - x.Reserved - x.Blocked >= needed))))
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + change).SetProperty(b => b.Blocked, b => b.Blocked + blockedChange), cancellationToken) == 1;
        if (!moved && !mayOwe) throw new RuleBroken("stock.short", "The place does not have the goods.", new { skuId, locationId, onHand = At(skuId, locationId).OnHand });

        var shelf = Remember(skuId, locationId);
        (shelf.OnHand, shelf.Blocked) = (shelf.OnHand + change, shelf.Blocked + blockedChange);
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
