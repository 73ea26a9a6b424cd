namespace ZhongFu.Catalog.Products;

/// <summary>To whom a SKU is sold.</summary>
internal enum SaleScope
{
    /// <summary>Citizens.</summary>
    Retail,

    /// <summary>Buying units only, e.g. canteen crates.</summary>
    Bulk,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What a SKU is.</summary>
internal sealed record SkuFacts(
    Guid Id, string Code, string Name, string NameEn, string Barcode, long NetWeightGrams, long GrossWeightGrams, string Unit, string Pack, long PriceFen, string BulkTiers,
    SaleScope SaleScope, long MonthlySupply, long PriceMinFen, long PriceMaxFen);

/// <summary>A specification (规格) of a product: what lies in the cart, on the shelf and under the scanner.</summary>
internal sealed class Sku
{
    public Guid Id { get; private init; }
    public Guid ProductId { get; private init; }

    /// <summary>Article code, e.g. <c>P0017-2</c>.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public Gtin Barcode { get; private init; }
    public long NetWeightGrams { get; private init; }
    public long GrossWeightGrams { get; private init; }

    /// <summary>Counting unit: 箱, 袋, 瓶…</summary>
    public string Unit { get; private init; } = "";

    /// <summary>What is in one unit, e.g. 1箱＝30枚; empty if the weight says all.</summary>
    public string Pack { get; private init; } = "";

    /// <summary>Retail price of one piece, fen, tax included.</summary>
    public long PriceFen { get; private init; }

    public PriceTiers BulkTiers { get; private init; } = PriceTiers.None;
    public SaleScope SaleScope { get; private init; }

    /// <summary>Pieces the cooperative can supply in a month.</summary>
    public long MonthlySupply { get; private init; }

    /// <summary>Lower end of the agreed price band; a price inside it needs no new review.</summary>
    public long PriceMinFen { get; private init; }

    /// <summary>Upper end of the agreed price band.</summary>
    public long PriceMaxFen { get; private init; }

    /// <summary>Whether a citizen may buy it.</summary>
    public bool IsRetail => SaleScope != SaleScope.Bulk;

    internal static Sku Of(Guid productId, SkuFacts facts) => new()
    {
        Id = facts.Id, ProductId = productId, Code = facts.Code, Name = facts.Name, NameEn = facts.NameEn, Barcode = Gtin.Parse(facts.Barcode),
        NetWeightGrams = Positive(facts.NetWeightGrams), GrossWeightGrams = facts.GrossWeightGrams >= facts.NetWeightGrams ? facts.GrossWeightGrams : throw new FormatException($"{facts.Code} weighs less with packaging than without."),
        Unit = facts.Unit, Pack = facts.Pack, PriceFen = Positive(facts.PriceFen), BulkTiers = PriceTiers.Parse(facts.BulkTiers, facts.PriceFen),
        SaleScope = facts.SaleScope, MonthlySupply = facts.MonthlySupply, PriceMinFen = facts.PriceMinFen, PriceMaxFen = facts.PriceMaxFen,
    };

    private static long Positive(long value) => value > 0 ? value : throw new FormatException($"{value} is not positive.");
}
