using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Ledger;

/// <summary>The batches of the SKUs whose turn a <see cref="StockBook"/> has taken; the stock book's other half and used only by it.</summary>
internal sealed class BatchBook
{
    private readonly ShowroomDb db;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<(Guid Sku, string Code), Batch> batches = [];
    private readonly Dictionary<(Guid Sku, Guid Location, string Batch), BatchBalance> shelves = [];

    private BatchBook(ShowroomDb db, CancellationToken cancellationToken) => (this.db, this.cancellationToken, Day) = (db, cancellationToken, db.Clock.Today());

    /// <summary>China date of this transaction.</summary>
    public DateOnly Day { get; }

    /// <summary>Reads what stands of each batch; call after the turns were taken.</summary>
    public static async Task<BatchBook> Read(ShowroomDb db, IReadOnlyList<Guid> skuIds, CancellationToken cancellationToken)
    {
        var book = new BatchBook(db, cancellationToken);
        var rows = await (from balance in db.BatchBalances.AsNoTracking()
                          where skuIds.Contains(balance.SkuId) && balance.OnHand != 0
                          join batch in db.Batches.AsNoTracking() on new { balance.SkuId, Code = balance.Batch } equals new { batch.SkuId, batch.Code } into known
                          from batch in known.DefaultIfEmpty()
                          select new { balance, batch }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            book.shelves[(row.balance.SkuId, row.balance.LocationId, row.balance.Batch)] = row.balance;
            if (row.batch is not null) book.batches.TryAdd((row.batch.SkuId, row.batch.Code), row.batch);
        }
        return book;
    }

    /// <summary>Pieces by place whose expiry day is over although they were not marked yet.</summary>
    public IEnumerable<(Guid SkuId, Guid LocationId, long Quantity)> OverButUnmarked => shelves.Values
        .Where(x => batches.GetValueOrDefault((x.SkuId, x.Batch)) is { State: BatchState.Sellable } batch && batch.IsOver(Day))
        .Select(x => (x.SkuId, x.LocationId, x.OnHand));

    /// <summary>Where a batch stands, and how many.</summary>
    public IReadOnlyList<(Guid LocationId, long OnHand)> PlacesOf(Guid skuId, string code) =>
        [.. shelves.Values.Where(x => x.SkuId == skuId && x.Batch == code && x.OnHand > 0).OrderBy(x => x.LocationId).Select(x => (x.LocationId, x.OnHand))];

    /// <summary>Pieces of a batch at a place.</summary>
    public long At(Guid skuId, Guid locationId, string code) => shelves.GetValueOrDefault((skuId, locationId, code))?.OnHand ?? 0;

    /// <summary>The batch if it is known by now; goods without one have none.</summary>
    public Batch? Find(Guid skuId, string code) => batches.GetValueOrDefault((skuId, code));

    /// <summary>The batch, made now when these are its first goods.</summary>
    /// <exception cref="RuleBroken"><c>batch.expiry-differs</c>: it is on the books with another expiry day.</exception>
    public async Task<Batch> Know(Guid skuId, string code, DateOnly? expiresOn = null)
    {
        if (!batches.TryGetValue((skuId, code), out var batch))
        {
            batch = await db.Batches.FirstOrDefaultAsync(x => x.SkuId == skuId && x.Code == code, cancellationToken);
            if (batch is null)
            {
                db.Add(batch = Batch.Of(skuId, code, expiresOn, db.Clock.UtcNow()));
                if (await db.Recalls.AnyAsync(x => x.BatchCode == code && x.LiftedAt == null, cancellationToken)) batch.Become(BatchState.Blocked);
            }
            batches[(skuId, code)] = batch;
        }
        if (expiresOn is not { } day || batch.ExpiresOn == day) return batch;
        if (batch.ExpiresOn is { } known) throw new RuleBroken("batch.expiry-differs", "The batch is on the books with another expiry day.", new { code, known, given = day });
        await db.Batches.Where(x => x.SkuId == skuId && x.Code == code).ExecuteUpdateAsync(x => x.SetProperty(b => b.ExpiresOn, expiresOn), cancellationToken);
        batch.NoteExpiry(day);
        return batch;
    }

    /// <summary>Whether goods with this code on them may be sold, also when the books have none of them.</summary>
    public async Task<bool> IsSellable(Guid skuId, string code)
    {
        var batch = Find(skuId, code) ?? await db.Batches.AsNoTracking().FirstOrDefaultAsync(x => x.SkuId == skuId && x.Code == code, cancellationToken);
        return batch?.IsSellable(Day) ?? !await db.Recalls.AnyAsync(x => x.BatchCode == code && x.LiftedAt == null, cancellationToken);
    }

    /// <summary>The batches a movement takes its goods from: the one it names as far as it reaches, else first expired first out.</summary>
    /// <exception cref="RuleBroken"><c>stock.batch-short</c>: the place does not have so much of the named batch.</exception>
    public IReadOnlyList<(string Batch, long Quantity)> Take(StockMovement movement, bool mayOwe)
    {
        var here = shelves.Values.Where(x => x.SkuId == movement.SkuId && x.LocationId == movement.FromId && x.Batch != movement.Batch).Select(x => (x.Batch, x.OnHand, Find(x.SkuId, x.Batch)));
        if (movement.Batch is not { } named) return FirstExpiredFirstOut.Take(here, movement.Quantity, Day);

        var part = Math.Clamp(At(movement.SkuId, movement.FromId, named), 0, movement.Quantity);
        if (part == movement.Quantity) return [(named, part)];
        if (!mayOwe) throw new RuleBroken("stock.batch-short", "The place does not have so much of this batch.", new { movement.SkuId, locationId = movement.FromId, batch = named, onHand = part });
        var rest = FirstExpiredFirstOut.Take(here, movement.Quantity - part, Day);
        return part == 0 ? rest : [(named, part), .. rest];
    }

    /// <summary>Changes what stands of a batch at a real place.</summary>
    public async Task Move(Guid skuId, Guid locationId, string code, long change)
    {
        var moved = await db.BatchBalances.Where(x => x.SkuId == skuId && x.LocationId == locationId && x.Batch == code && (change > 0 || code == Batch.None || x.OnHand >= -change))
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, b => b.OnHand + change), cancellationToken) == 1;
        if (!shelves.TryGetValue((skuId, locationId, code), out var shelf)) shelves[(skuId, locationId, code)] = shelf = BatchBalance.At(skuId, locationId, code, 0);
        shelf.OnHand += change;
        if (!moved && db.Entry(shelf).State == EntityState.Detached) db.Add(shelf);
    }

    /// <summary>Writes down what a batch is from now on.</summary>
    public async Task Judge(Batch batch, BatchState state)
    {
        await db.Batches.Where(x => x.SkuId == batch.SkuId && x.Code == batch.Code).ExecuteUpdateAsync(x => x.SetProperty(b => b.State, state), cancellationToken);
        batch.Become(state);
    }
}
