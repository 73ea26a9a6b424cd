namespace ZhongFu.Showroom.Counter;

/// <summary>Something about a sale that did not fit and that the manager settles; never a reason to refuse the sale (product.md, "A sale is a fact").</summary>
internal sealed class SaleTask
{
    /// <summary>The till took another price than the books have.</summary>
    public const string PriceDiffers = "price-differs";

    /// <summary>More was sold than the books had there.</summary>
    public const string StockShort = "stock-short";

    /// <summary>Goods set aside for an order were sold, and no other place has them all: its buyer chooses within two hours.</summary>
    public const string OrderShort = "order-short";

    /// <summary>Goods set aside for an order were sold; another place stands in and has to bring them.</summary>
    public const string OrderMoved = "order-moved";

    /// <summary>The SKU is not on retail sale: delisted, or sold in bulk only.</summary>
    public const string OffSale = "off-sale";

    /// <summary>Goods of a recalled or expired batch were sold.</summary>
    public const string BatchUnsellable = "batch-unsellable";

    /// <summary>The till's clock and ours are far apart.</summary>
    public const string ClockDrift = "clock-drift";

    /// <summary>It came after its shift was closed and is in the supplementary one (补录班次).</summary>
    public const string LateForShift = "late-shift";

    /// <summary>The till named another till's shift.</summary>
    public const string ForeignShift = "foreign-shift";

    /// <summary>Goods these books do not know, sold by a till without a link.</summary>
    public const string UnknownGoods = "unknown-goods";

    /// <summary>A discount above the cashier's limit that nobody approved.</summary>
    public const string DiscountUnapproved = "discount-unapproved";

    /// <summary>The buyer on account owes more than the limit.</summary>
    public const string OverLimit = "account-over-limit";

    /// <summary>No open account has this code.</summary>
    public const string AccountUnknown = "account-unknown";

    /// <summary>No sub-centre has this id.</summary>
    public const string SubCentreUnknown = "sub-centre-unknown";

    /// <summary>A voucher that another sale has used.</summary>
    public const string VoucherTwice = "voucher-twice";

    /// <summary>A payment by scan that the payment provider has not confirmed.</summary>
    public const string PaymentUnconfirmed = "payment-unconfirmed";

    /// <summary>The till added up another total.</summary>
    public const string TotalDiffers = "total-differs";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SaleId { get; private init; }
    public string Kind { get; private init; } = "";
    public Guid? SkuId { get; private init; }

    /// <summary>What the books said: fen, pieces or, for the clock, nothing.</summary>
    public long Expected { get; private init; }

    /// <summary>What the sale says: fen, pieces, or seconds the till's clock is ahead.</summary>
    public long Actual { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>When and by whom it was settled, and how. Changed by conditional update only: the first word stands.</summary>
    public DateTime? ResolvedAt { get; private init; }

    public string? ResolvedBy { get; private init; }
    public string? Note { get; private init; }

    public static SaleTask Of(Guid saleId, string kind, Guid? skuId, long expected, long actual, DateTime now) =>
        new() { SaleId = saleId, Kind = kind, SkuId = skuId, Expected = expected, Actual = actual, At = now };
}
