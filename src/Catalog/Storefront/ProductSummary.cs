using System.Text.Json.Serialization;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Showcase;

namespace ZhongFu.Catalog.Storefront;

/// <summary>A product as lists show it.</summary>
/// <param name="Id">The product.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="County">Chinese name of the county of origin.</param>
/// <param name="Category">Slug of the category.</param>
/// <param name="PriceFen">Of the cheapest SKU that can be had; of the cheapest when all are sold out.</param>
/// <param name="Available">Pieces a citizen can order online.</param>
/// <param name="Skus">All specifications; those sold to buying units only last, with 0 available.</param>
/// <param name="Number">Stands in <c>/p/{number}</c>.</param>
/// <param name="UnitPriceFen">Price of half a kilogram (一斤) of the cheapest SKU, rounded, fen.</param>
/// <param name="LeadSku">The cheapest SKU that is there; when all are gone, the cheapest.</param>
internal sealed record ProductSummary(
    Guid Id, string Name, string County, string Category, long PriceFen, long Available, IReadOnlyList<SkuSummary> Skus, int Number, string NameEn, string Summary,
    string CountyCode, string Cooperative, long UnitPriceFen, long Sold, IReadOnlyList<string> Certificates, bool InSeason, bool NoSevenDayReturn, string PicturePath, [property: JsonIgnore] SkuSummary LeadSku)
{
    /// <summary>The SKU that the add button of a card puts into the cart.</summary>
    public Guid LeadSkuId => LeadSku.Id;

    public static ProductSummary Of(CatalogueSnapshot snapshot, ShelfProduct x, bool withTiers = false)
    {
        var skus = x.Skus.Select((sku, i) => SkuSummary.Of(sku, snapshot.AvailableOf(x, i), withTiers)).ToArray();
        var lead = skus[snapshot.LeadOf(x)];
        return new(x.Product.Id, x.Product.Name, x.County.Name, x.Category.Slug, lead.PriceFen, snapshot.AvailableOf(x), skus, x.Product.Number, x.Product.NameEn, x.Product.Summary,
            x.County.Code, x.Cooperative.Name, UnitPrice(lead.PriceFen, lead.NetWeightGrams), snapshot.SoldOf(x),
            [.. snapshot.CertificatesOf(x).Select(c => c.Kind.ToString())], snapshot.InSeason[x.Index], x.Product.IsFresh, x.PicturePath, lead);
    }

    /// <summary>Price of 500 g, rounded half up.</summary>
    public static long UnitPrice(long priceFen, long grams) => (priceFen * 500 * 2 + grams) / (grams * 2);
}

/// <summary>A specification as lists show it.</summary>
internal sealed record SkuSummary(
    Guid Id, string Code, string Barcode, string Name, long PriceFen, long Available, string NameEn, long NetWeightGrams, string Unit, string Pack, string SaleScope,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PriceTier>? BulkTiers)
{
    public static SkuSummary Of(Sku sku, long available, bool withTiers) => new(
        sku.Id, sku.Code, sku.Barcode.Value, sku.Name, sku.PriceFen, available, sku.NameEn, sku.NetWeightGrams, sku.Unit, sku.Pack, sku.SaleScope.ToString(),
        withTiers ? sku.BulkTiers.All : null);
}
