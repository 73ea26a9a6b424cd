using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Losses;

/// <summary>What recording, signing and settling losses have in common.</summary>
internal static class LossBook
{
    private const long DefaultLimitFen = 50_000;

    /// <summary>Value above which somebody else has to sign, fen.</summary>
    public static long LimitFen(IConfiguration settings) => long.TryParse(settings["Showroom:LossApprovalFen"], CultureInfo.InvariantCulture, out var limit) && limit >= 0 ? limit : DefaultLimitFen;

    /// <summary>The next number of the day. Two that count at once meet at the unique number; the loser counts again.</summary>
    public static async Task<string> NextNumber(ShowroomDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var serial = await db.WriteOffs.CountAsync(x => x.Day == day, cancellationToken) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"BS{day:yyyyMMdd}-{serial:000}");
    }

    /// <summary>Goods that wait in quarantine for a signature are not taken from there by anybody else. Call after the movements were posted through the book.</summary>
    /// <exception cref="RuleBroken"><c>loss.waits</c></exception>
    public static async Task KeepWaiting(ShowroomDb db, StockBook book, IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken)
    {
        var waiting = await (from loss in db.WriteOffs
                             where loss.State == WriteOffState.Waiting
                             from line in loss.Lines
                             where skuIds.Contains(line.SkuId)
                             group line by new { line.SkuId, line.Batch } into held
                             select new { held.Key.SkuId, held.Key.Batch, Sum = held.Sum(x => x.Quantity) }).ToListAsync(cancellationToken);
        if (waiting.FirstOrDefault(x => book.Batches.At(x.SkuId, book.Places.Quarantine, x.Batch) < x.Sum) is { } taken)
            throw new RuleBroken("loss.waits", "These goods wait in quarantine for the signature of a write-off.", new { taken.SkuId, taken.Batch, waiting = taken.Sum });
    }

    /// <summary>Books pieces that are on the road and will not arrive: the settlement of a transfer, which is signed by a second person as it is.</summary>
    /// <returns>The write-off; the caller posts the movement in its name.</returns>
    public static async Task<WriteOff> LostOnTheRoad(ShowroomDb db, Guid transit, Guid skuId, string batch, long quantity, string transferNumber, string note, Platform.Security.Actor actor, CancellationToken cancellationToken)
    {
        var (now, day) = (db.Clock.UtcNow(), db.Clock.Today());
        var price = await db.ShelfItems.Where(x => x.SkuId == skuId).Select(x => x.PriceFen).FirstOrDefaultAsync(cancellationToken);
        var loss = WriteOff.Record(await NextNumber(db, day, cancellationToken), day, transit, LossCause.InTransit, LossParty.Carrier, note, needsSignature: false, actor, now, transferNumber);
        loss.Add(skuId, batch, quantity, price);
        db.Add(loss);
        return loss;
    }
}
