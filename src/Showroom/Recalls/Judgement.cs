using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Recalls;

internal static class Judgement
{
    /// <summary>A batch changes its state wherever it stands; what was promised and cannot be sold any more goes the way of goods the counter sold.</summary>
    public static async Task Judge(this StockBook book, ShowroomDb db, Guid skuId, string code, BatchState state, string cause, CancellationToken cancellationToken)
    {
        foreach (var place in await book.Judge(skuId, code, state))
            await CounterWins.MakeRight(db, book, skuId, place, db.Clock.GetUtcNow().UtcDateTime, cancellationToken, cause);
    }
}
