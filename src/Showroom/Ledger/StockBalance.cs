namespace ZhongFu.Showroom.Ledger;

/// <summary>What stands where: a projection of the movements and of the open reservations, changed only by conditional updates in <see cref="StockBook"/>.</summary>
internal sealed class StockBalance
{
    public Guid SkuId { get; private init; }
    public Guid LocationId { get; private init; }

    /// <summary>Pieces there. Below zero at a real place only when the counter sold what the books did not know of.</summary>
    public long OnHand { get; set; }

    /// <summary>Pieces set aside by open reservations.</summary>
    public long Reserved { get; set; }

    /// <summary>Pieces kept back from online orders.</summary>
    public long Safety { get; set; }

    /// <summary>Pieces there of batches that are recalled or expired.</summary>
    public long Blocked { get; set; }

    /// <summary>Pieces an online order can still have here; below zero when promised goods or safety stock were sold.</summary>
    public long Free => OnHand - Reserved - Safety - Blocked;

    public static StockBalance At(Guid skuId, Guid locationId, long onHand, long safety = 0) =>
        new() { SkuId = skuId, LocationId = locationId, OnHand = onHand, Safety = safety };
}

/// <summary>One row per SKU that every change of its stock updates first: it counts the changes, and the row lock lets changes of one SKU take turns.</summary>
internal sealed class StockVersion
{
    public Guid SkuId { get; private init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; private init; }

    public static StockVersion First(Guid skuId) => new() { SkuId = skuId, Version = 1 };
}
