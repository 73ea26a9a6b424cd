using System.Collections.Frozen;
using ZhongFu.Catalog.Batches;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Cooperatives;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Regions;

namespace ZhongFu.Catalog.Showcase;

/// <summary>A value one can filter by, and the products that have it.</summary>
internal sealed record FacetValue(string Value, string Label, string LabelEn, Bits Products);

/// <summary>What changes rarely: regions, cooperatives, products, SKUs, certificates, batches, and the indexes made of them.</summary>
internal sealed class CatalogueFacts
{
    public CatalogueFacts(IReadOnlyList<County> counties, IReadOnlyList<Category> categories, IReadOnlyList<Cooperative> cooperatives, IReadOnlyDictionary<string, Township> townships, IReadOnlyList<ShelfProduct> products)
    {
        (Counties, Categories, Cooperatives, Townships, Products) = (counties, categories, cooperatives, townships, products);
        ById = products.ToFrozenDictionary(x => x.Product.Id);
        ByNumber = products.ToFrozenDictionary(x => x.Product.Number);
        SkuPlaces = products.SelectMany(x => x.Skus.Select((sku, i) => (sku.Id, Place: (Product: x, Sku: i)))).ToFrozenDictionary(x => x.Id, x => x.Place);
        SkuCount = products.Sum(x => x.Skus.Count);
        ByBatch = products.SelectMany(x => x.Batches.Select(batch => (batch, x))).ToFrozenDictionary(x => x.batch.Code, x => (x.batch, x.x), StringComparer.OrdinalIgnoreCase);
        ByPicture = products.GroupBy(x => x.PicturePath).ToFrozenDictionary(x => x.Key, x => x.First());
        Offers = products.SelectMany(x => x.Skus.Select(sku => SkuOffers.Of(x, sku))).ToFrozenDictionary(x => x.SkuId);
        Index = new TextIndex(products);
        ByListing = Order(x => (-x.Product.ListedAt.Ticks, x.Product.Number));
        ByNumberOrder = Order(x => (0L, x.Product.Number));
        CountyFacet = [.. counties.Select(county => new FacetValue(county.Code, county.Name, county.NameEn, Having(x => x.County.Code == county.Code)))];
        CategoryFacet = [.. categories.Select(category => new FacetValue(category.Slug, category.Name, category.NameEn, Having(x => x.Category.Slug == category.Slug)))];
    }

    public static CatalogueFacts Empty { get; } = new([], [], [], new Dictionary<string, Township>(), []);

    public IReadOnlyList<County> Counties { get; }
    public IReadOnlyList<Category> Categories { get; }
    public IReadOnlyList<Cooperative> Cooperatives { get; }
    public IReadOnlyDictionary<string, Township> Townships { get; }
    public IReadOnlyList<ShelfProduct> Products { get; }
    public FrozenDictionary<Guid, ShelfProduct> ById { get; }
    public FrozenDictionary<int, ShelfProduct> ByNumber { get; }
    public FrozenDictionary<Guid, (ShelfProduct Product, int Sku)> SkuPlaces { get; }
    public FrozenDictionary<string, (Batch Batch, ShelfProduct Product)> ByBatch { get; }
    public FrozenDictionary<string, ShelfProduct> ByPicture { get; }
    public FrozenDictionary<Guid, SkuOffer> Offers { get; }
    public int SkuCount { get; }
    public TextIndex Index { get; }

    /// <summary>Places of the products, newest first.</summary>
    public int[] ByListing { get; }

    /// <summary>Places of the products in the order the district wants them shown.</summary>
    public int[] ByNumberOrder { get; }

    public IReadOnlyList<FacetValue> CountyFacet { get; }
    public IReadOnlyList<FacetValue> CategoryFacet { get; }

    /// <summary>The products for which the question is answered with yes.</summary>
    public Bits Having(Func<ShelfProduct, bool> question)
    {
        var bits = new Bits(Products.Count);
        foreach (var product in Products) if (question(product)) bits.Set(product.Index);
        return bits;
    }

    private int[] Order(Func<ShelfProduct, (long, int)> key) => [.. Products.OrderBy(key).Select(x => x.Index)];
}
