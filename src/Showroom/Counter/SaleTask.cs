namespace ZhongFu.Showroom.Counter;

/// <summary>Something about a sale that did not fit and that the manager settles; never a reason to refuse the sale (product.md, "A sale is a fact").</summary>
internal sealed class SaleTask
{
    /// <summary>The till took another price than the books have.</summary>
    public const string PriceDiffers = "price-differs";

    /// <summary>More was sold than the books had there.</summary>
    public const string StockShort = "stock-short";

    /// <summary>The SKU is not on retail sale: delisted, or sold in bulk only.</summary>
    public const string OffSale = "off-sale";

    /// <summary>The till's clock and ours are far apart.</summary>
    public const string ClockDrift = "clock-drift";

    /// <summary>It came after its shift was closed and is in the supplementary one (补录班次).</summary>
    public const string LateForShift = "late-shift";

    /// <summary>The till named another till's shift.</summary>
    public const string ForeignShift = "foreign-shift";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SaleId { get; private init; }
    public string Kind { get; private init; } = "";
    public Guid? SkuId { get; private init; }

    /// <summary>What the books said: fen, pieces or, for the clock, nothing.</summary>
    public long Expected { get; private init; }

    /// <summary>What the sale says: fen, pieces, or seconds the till's clock is ahead.</summary>
    public long Actual { get; private init; }

    public DateTime At { get; private init; }

    public static SaleTask Of(Guid saleId, string kind, Guid? skuId, long expected, long actual, DateTime now) =>
        new() { SaleId = saleId, Kind = kind, SkuId = skuId, Expected = expected, Actual = actual, At = now };
}
