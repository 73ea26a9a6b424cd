using ZhongFu.Catalog.Contracts;

namespace ZhongFu.Showroom.ShelfItems;

/// <summary>The showroom's own copy of what a SKU is and costs, so that counter and receiving work while the catalogue is away.</summary>
internal sealed class ShelfItem
{
    public Guid SkuId { get; private init; }
    public string Code { get; private init; } = "";
    public string Barcode { get; private init; } = "";
    public string ProductName { get; private init; } = "";
    public string SkuName { get; private init; } = "";
    public int ProductNumber { get; private init; }
    public string CountyCode { get; private init; } = "";
    public string County { get; private init; } = "";
    public Guid CooperativeId { get; private init; }
    public string Cooperative { get; private init; } = "";

    /// <summary>Retail price of one piece, fen.</summary>
    public long PriceFen { get; private init; }

    /// <summary>Net weight of one piece, grams: what a weighed piece of it costs is worked out from it.</summary>
    public long NetWeightGrams { get; private init; }

    /// <summary>The name read aloud, a blank between syllables: how a cashier searches.</summary>
    public string Sound { get; private init; } = "";

    public bool IsOnSale { get; private init; }

    /// <summary>When the catalogue said so; an older fact never overwrites a newer one.</summary>
    public DateTime At { get; private init; }

    /// <summary>Product and specification in one line.</summary>
    public string Name => $"{ProductName} {SkuName}";

    public static ShelfItem Of(SkuOffer offer, DateTime at) => new()
    {
        SkuId = offer.SkuId,
        Code = offer.Code,
        Barcode = offer.Barcode,
        ProductName = offer.ProductName,
        SkuName = offer.SkuName,
        ProductNumber = offer.ProductNumber,
        CountyCode = offer.CountyCode,
        County = offer.County,
        CooperativeId = offer.CooperativeId,
        Cooperative = offer.Cooperative,
        PriceFen = offer.PriceFen,
        NetWeightGrams = offer.NetWeightGrams,
        Sound = offer.Sound,
        IsOnSale = offer.IsOnSale,
        At = at,
    };

    /// <summary>Something a till sold that these books do not know: it can be a receipt's line, but no movement of stock.</summary>
    public static ShelfItem Unknown(string code, string name, long priceFen) => new() { Code = code, ProductName = name, PriceFen = priceFen, IsOnSale = true };
}
