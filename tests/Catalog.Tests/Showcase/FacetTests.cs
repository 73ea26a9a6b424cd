using CsCheck;
using ZhongFu.Catalog.Showcase;

namespace ZhongFu.Catalog.Tests.Showcase;

[Collection(nameof(Shop))]
public sealed class FacetTests(Shop shop)
{
    private static readonly string?[] Texts = [null, null, "寻乌", "mht", "米", "核桃", "xw", "礼盒", "zzzz"];

    [Fact]
    public void A_count_is_always_what_choosing_the_value_gives()
    {
        var snapshot = shop.Shelf.Current;
        Gen.Select(FilterOf(snapshot), Gen.Int[0, 5]).Sample((filter, dimension) =>
        {
            var facets = snapshot.Search(filter).Facets;
            var chosen = dimension switch
            {
                0 => facets.County.Select(x => (x.Count, filter with { County = x.Value })),
                1 => facets.Category.Select(x => (x.Count, filter with { Category = x.Value })),
                2 => facets.Certificate.Select(x => (x.Count, filter with { Certificate = x.Value })),
                3 => facets.Band.Select(x => (x.Count, filter with { Band = x.Value })),
                4 => facets.Season.Select(x => (x.Count, filter with { InSeason = true })),
                _ => facets.Stock.Select(x => (x.Count, filter with { InStock = true })),
            };
            return chosen.All(x => snapshot.Search(x.Item2 with { Page = 1 }).Total == x.Count);
        }, iter: 2_000);
    }

    [Fact]
    public void Every_order_shows_the_same_products_once_each()
    {
        var snapshot = shop.Shelf.Current;
        Gen.Select(FilterOf(snapshot), Gen.Int[1, 100]).Sample((filter, size) =>
        {
            var pages = (snapshot.Search(filter).Total + size - 1) / size;
            var shown = Enumerable.Range(1, Math.Max(1, pages)).SelectMany(page => snapshot.Search(filter with { Page = page, PageSize = size }).Items).ToList();
            return shown.Count == snapshot.Search(filter).Total && shown.Distinct().Count() == shown.Count && shown.All(x => Fits(snapshot, x, filter));
        }, iter: 300);
    }

    [Fact]
    public void Sorted_by_price_no_price_falls()
    {
        var snapshot = shop.Shelf.Current;
        var prices = snapshot.Search(new ProductFilter(Sort: ProductSort.PriceUp, PageSize: 400)).Items.Select(snapshot.PriceOf).ToList();
        Assert.Equal(320, prices.Count);
        Assert.Equal(prices.Order(), prices);
        Assert.Equal(prices.OrderDescending(), snapshot.Search(new ProductFilter(Sort: ProductSort.PriceDown, PageSize: 400)).Items.Select(snapshot.PriceOf));
    }

    [Fact]
    public void Sorted_by_sales_and_by_date_the_first_is_the_highest()
    {
        var snapshot = shop.Shelf.Current;
        var sold = snapshot.Search(new ProductFilter(Sort: ProductSort.Sales, PageSize: 400)).Items.Select(snapshot.SoldOf).ToList();
        var listed = snapshot.Search(new ProductFilter(Sort: ProductSort.Newest, PageSize: 400)).Items.Select(x => x.Product.ListedAt).ToList();
        Assert.Equal(sold.OrderDescending(), sold);
        Assert.Equal(listed.OrderDescending(), listed);
    }

    private static bool Fits(CatalogueSnapshot snapshot, ShelfProduct x, ProductFilter filter) =>
        (filter.County is null || x.County.Code == filter.County) && (filter.Category is null || x.Category.Slug == filter.Category)
        && (filter.Certificate is null || x.Certificates.Any(c => c.Kind.ToString() == filter.Certificate && c.IsValidAt(snapshot.At)))
        && (filter.Band is null || PriceBand.All.Single(band => band.Value == filter.Band).Holds(snapshot.PriceOf(x)))
        && (!filter.InStock || snapshot.AvailableOf(x) > 0) && (!filter.InSeason || snapshot.InSeason[x.Index]);

    private static Gen<string?> OneOf(string?[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<ProductFilter> FilterOf(CatalogueSnapshot snapshot) =>
        from text in OneOf(Texts)
        from county in OneOf([null, null, .. snapshot.Facts.CountyFacet.Select(x => (string?)x.Value)])
        from category in OneOf([null, null, null, .. snapshot.Facts.CategoryFacet.Select(x => (string?)x.Value)])
        from certificate in OneOf([null, null, .. snapshot.CertificateFacet.Select(x => (string?)x.Value)])
        from band in OneOf([null, null, .. PriceBand.All.Select(x => (string?)x.Value)])
        from season in Gen.Bool
        from stock in Gen.Bool
        from sort in Gen.Enum<ProductSort>()
        select new ProductFilter(text, county, category, certificate, band, season, stock, sort);
}
