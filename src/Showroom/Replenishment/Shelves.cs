using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.Transfers;

namespace ZhongFu.Showroom.Replenishment;

/// <summary>Sales, shelves and open transfers of all places, read once.</summary>
internal sealed class Shelves
{
    private readonly Dictionary<(Guid SkuId, Guid LocationId), long> sold = [];
    private readonly Dictionary<(Guid SkuId, Guid LocationId), long> incoming = [];
    private readonly Dictionary<(Guid SkuId, Guid LocationId), long> outgoing = [];
    private Dictionary<(Guid SkuId, Guid LocationId), StockBalance> balances = [];
    private ILookup<(Guid SkuId, Guid LocationId), (int? Days, long OnHand)> batches = null!;

    /// <summary>SKUs and places that sell something or must keep a minimum.</summary>
    public IEnumerable<(Guid SkuId, Guid LocationId)> Keys => sold.Where(x => x.Value > 0).Select(x => x.Key).Union(balances.Where(x => x.Value.Safety > 0).Select(x => x.Key));

    public static async Task<Shelves> Read(ShowroomDb db, DateTime now, CancellationToken cancellationToken)
    {
        var (shelves, since, today) = (new Shelves(), now.AddDays(-Demand.Days), BusinessTime.DayOf(now));
        var customer = await db.Locations.Where(x => x.Kind == LocationKind.Customer).Select(x => x.Id).FirstAsync(cancellationToken);
        foreach (var x in await db.Movements.Where(x => x.ToId == customer && x.At >= since).GroupBy(x => new { x.SkuId, x.FromId }).Select(x => new { x.Key.SkuId, x.Key.FromId, Sum = x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken))
            Add(shelves.sold, x.SkuId, x.FromId, x.Sum);
        foreach (var x in await db.Movements.Where(x => x.FromId == customer && x.At >= since).GroupBy(x => new { x.SkuId, x.ToId }).Select(x => new { x.Key.SkuId, x.Key.ToId, Sum = x.Sum(m => m.Quantity) }).ToListAsync(cancellationToken))
            Add(shelves.sold, x.SkuId, x.ToId, -x.Sum);
        shelves.balances = await db.Balances.AsNoTracking().Where(x => x.OnHand != 0 || x.Safety != 0).ToDictionaryAsync(x => (x.SkuId, x.LocationId), cancellationToken);
        var rows = await (from balance in db.BatchBalances
                          where balance.OnHand > 0
                          join batch in db.Batches on new { balance.SkuId, Code = balance.Batch } equals new { batch.SkuId, batch.Code } into known
                          from batch in known.DefaultIfEmpty()
                          where batch == null || (batch.State == BatchState.Sellable && (batch.ExpiresOn == null || batch.ExpiresOn >= today))
                          select new { balance.SkuId, balance.LocationId, balance.OnHand, ExpiresOn = batch == null ? null : batch.ExpiresOn }).ToListAsync(cancellationToken);
        shelves.batches = rows.ToLookup(x => (x.SkuId, x.LocationId), x => (x.ExpiresOn is { } day ? day.DayNumber - today.DayNumber + 1 : (int?)null, x.OnHand));
        foreach (var order in await db.Transfers.AsNoTracking().Include(x => x.Lines).Include(x => x.Goods).Where(x => x.State == TransferState.Requested || x.State == TransferState.Dispatched).AsSplitQuery().ToListAsync(cancellationToken))
        {
            foreach (var line in order.Lines.Where(_ => order.State == TransferState.Requested))
            {
                Add(shelves.incoming, line.SkuId, order.ToId, line.Quantity);
                Add(shelves.outgoing, line.SkuId, order.FromId, line.Quantity);
            }
            foreach (var part in order.Goods) Add(shelves.incoming, part.SkuId, order.ToId, part.Sent);
        }
        return shelves;
    }

    public Demand DemandOf((Guid SkuId, Guid LocationId) key, Guid source, int leadDays, int coverDays)
    {
        var shelf = balances.GetValueOrDefault(key);
        var sourceDays = batches[(key.SkuId, source)].OrderByDescending(x => x.OnHand).Select(x => x.Days).FirstOrDefault();
        return new(Math.Max(0, sold.GetValueOrDefault(key)), leadDays, coverDays, shelf?.Safety ?? 0, shelf?.Reserved ?? 0, incoming.GetValueOrDefault(key), [.. batches[key]], sourceDays);
    }

    /// <summary>Pieces a source can give: sellable, not promised to orders, not asked for by other transfers.</summary>
    public long FreeAt(Guid skuId, Guid source) =>
        Math.Max(0, batches[(skuId, source)].Sum(x => x.OnHand) - (balances.GetValueOrDefault((skuId, source))?.Reserved ?? 0) - outgoing.GetValueOrDefault((skuId, source)));

    private static void Add(Dictionary<(Guid, Guid), long> sums, Guid skuId, Guid place, long change) => sums[(skuId, place)] = sums.GetValueOrDefault((skuId, place)) + change;
}
