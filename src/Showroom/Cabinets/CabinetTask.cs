namespace ZhongFu.Showroom.Cabinets;

/// <summary>Something about a cabinet that somebody should look into: a sale that does not fit, a device that is silent or warm.</summary>
internal sealed class CabinetTask
{
    public const string UnknownGoods = "unknown-goods";
    public const string PriceDiffers = "price-differs";
    public const string StockShort = "stock-short";
    public const string BatchUnsellable = "batch-unsellable";
    public const string ClockDrift = "clock-drift";

    /// <summary>The device used a sale's number for another sale; both count.</summary>
    public const string NumberReused = "number-reused";

    /// <summary>The device used a batch's number for another content, which was refused.</summary>
    public const string BatchDiffers = "batch-differs";

    /// <summary>A sale with an absurd number of pieces or price; kept as text.</summary>
    public const string Unreadable = "sale-unreadable";

    public const string Fault = "fault";

    /// <summary>Nothing heard for thirty minutes; settles itself when the device is heard again.</summary>
    public const string Silent = "silent";

    /// <summary>Warmer or colder than its goods bear; settles itself.</summary>
    public const string Temperature = "temperature";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CabinetId { get; private init; }
    public Guid? SaleId { get; private init; }
    public string Kind { get; private init; } = "";
    public Guid? SkuId { get; private init; }

    /// <summary>What the books said: fen, pieces, tenths of a degree, or a batch number.</summary>
    public long Expected { get; private init; }

    /// <summary>What the device says, or seconds its clock is ahead. Of goods that ran short, all pieces sold since on that day.</summary>
    public long Actual { get; private init; }

    /// <summary>What cannot be said in figures, as it came.</summary>
    public string? Detail { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>When and by whom it was settled. Changed by conditional update only: the first word stands.</summary>
    public DateTime? ResolvedAt { get; private init; }

    public string? ResolvedBy { get; private init; }
    public string? Note { get; private init; }

    public static CabinetTask Of(Guid cabinetId, string kind, DateTime now, long expected = 0, long actual = 0, Guid? skuId = null, Guid? saleId = null, string? detail = null) => new()
    {
        CabinetId = cabinetId, Kind = kind, At = now, Expected = expected, Actual = actual, SkuId = skuId, SaleId = saleId, Detail = detail is { Length: > 500 } ? detail[..500] : detail,
    };
}
