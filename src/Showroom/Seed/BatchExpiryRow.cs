using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Seed;

/// <summary>A row of <c>batch-expiry.csv</c>: how long goods of a batch keep, and how many of these days are left on the opening day.</summary>
internal sealed record BatchExpiryRow(string BatchCode, int ShelfLifeDays, int DaysLeft)
{
    /// <summary>The batch of one SKU, as it lies there on the opening day.</summary>
    public Batch Opened(Guid skuId, DateOnly today, DateTime now) => Batch.Of(skuId, BatchCode, today.AddDays(DaysLeft), now.AddDays(Math.Min(0, DaysLeft - ShelfLifeDays)));
}
