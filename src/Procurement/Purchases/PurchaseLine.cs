using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Procurement.Purchases;

/// <summary>What a line's price is based on.</summary>
internal enum PriceBasis
{
    /// <summary>Retail price: below the first tier.</summary>
    Retail,

    /// <summary>A tier of the bulk price.</summary>
    Tier,

    /// <summary>A framework contract.</summary>
    Contract,

    /// <summary>An awarded quote.</summary>
    Quote,
}

/// <summary>Pieces of one SKU at the price of the moment; the facts are a snapshot.</summary>
internal sealed class PurchaseLine
{
    public Guid OrderId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public Guid SkuId { get; private init; }
    public string Code { get; private init; } = "";
    public string ProductName { get; private init; } = "";
    public string SkuName { get; private init; } = "";
    public string Unit { get; private init; } = "";
    public string CountyCode { get; private init; } = "";
    public string County { get; private init; } = "";
    public string TownshipCode { get; private init; } = "";

    /// <summary>Net weight of one piece, grams: a weighed receipt is settled on it.</summary>
    public long NetWeightGrams { get; private init; }

    /// <summary>VAT inside the price, basis points.</summary>
    public int TaxRateBp { get; private init; }

    /// <summary>Fen for one piece, tax included.</summary>
    public long UnitPriceFen { get; private init; }

    public PriceBasis Basis { get; private init; }
    public long Quantity { get; private init; }
    public long AmountFen { get; private init; }
    public long ShippedQuantity { get; private set; }
    public long AcceptedQuantity { get; private set; }
    public long RejectedQuantity { get; private set; }

    /// <summary>A line at the price for its quantity.</summary>
    public static PurchaseLine Of(BulkOffer offer, long quantity, long unitPriceFen, PriceBasis basis) => new()
    {
        SkuId = offer.Offer.SkuId, Code = offer.Offer.Code, ProductName = offer.Offer.ProductName, SkuName = offer.Offer.SkuName, Unit = offer.Unit, CountyCode = offer.Offer.CountyCode,
        County = offer.Offer.County, TownshipCode = offer.Offer.TownshipCode, NetWeightGrams = offer.Offer.NetWeightGrams, TaxRateBp = offer.TaxRateBp, UnitPriceFen = unitPriceFen, Basis = basis,
        Quantity = quantity, AmountFen = checked(quantity * unitPriceFen),
    };

    /// <summary>The same line within its order.</summary>
    public PurchaseLine In(Guid orderId, int line) => new()
    {
        OrderId = orderId, Line = line, SkuId = SkuId, Code = Code, ProductName = ProductName, SkuName = SkuName, Unit = Unit, CountyCode = CountyCode, County = County, TownshipCode = TownshipCode,
        NetWeightGrams = NetWeightGrams, TaxRateBp = TaxRateBp, UnitPriceFen = UnitPriceFen, Basis = Basis, Quantity = Quantity, AmountFen = AmountFen,
    };

    internal void Ship(long quantity)
    {
        if (quantity <= 0 || ShippedQuantity + quantity > Quantity) throw new RuleBroken("purchase.over-shipped", "More than was ordered.", new { line = Line, left = Quantity - ShippedQuantity });
        ShippedQuantity += quantity;
    }

    internal void Receive(long accepted, long rejected)
    {
        if (accepted < 0 || rejected < 0 || AcceptedQuantity + RejectedQuantity + accepted + rejected > ShippedQuantity)
            throw new RuleBroken("purchase.over-received", "More than was sent.", new { line = Line, left = ShippedQuantity - AcceptedQuantity - RejectedQuantity });
        (AcceptedQuantity, RejectedQuantity) = (AcceptedQuantity + accepted, RejectedQuantity + rejected);
    }
}
