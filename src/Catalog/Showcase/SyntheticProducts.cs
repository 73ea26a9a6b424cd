using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Adds generated products to the shelf (memory only, never in Production), to see how search behaves in a large catalogue.</summary>
internal static class SyntheticProducts
{
    public static CatalogueFacts Extend(CatalogueFacts facts, int count, Shelf shelf)
    {
        var (all, random, firstSku) = (facts.Products.ToList(), new Random(20261123), facts.SkuCount);
        for (var i = 0; i < count && facts.Products.Count > 0; i++)
        {
            var (model, other, place) = (Pick(facts.Products, random), Pick(facts.Products, random), Pick(facts.Products, random));
            var number = 100_000 + i;
            var id = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            var product = Product.List(new ProductFacts(id, number, $"{place.County.Name[..2]}{Middle(other.Product.Name, random)}{model.Product.Name[2..]}", $"{model.Product.NameEn} {number}",
                place.Cooperative.Id, model.Category.Slug, model.Product.ArtFamily, model.Product.ArtVariant, other.Product.Summary, model.Product.Description + other.Product.Summary,
                model.Product.Storage, model.Product.ShelfLifeDays, model.Product.Harvest, model.Product.GrowerShareBp, model.Product.IsFresh, model.Product.TaxRateBp,
                model.Product.ListedAt.AddMinutes(random.Next(100_000))));
            product.AddSku(Copy(model.Skus[0], number, random));
            all.Add(new ShelfProduct(all.Count, firstSku++, product, model.Category, place.County, place.Township, place.Cooperative, model.Certificates, [], product.Skus, model.PicturePath));
            shelf.ShowStock(product.Skus[0].Id, random.Next(0, 20) == 0 ? 0 : random.Next(1, 500), 1);
            shelf.ShowSales(id, random.Next(10_000));
        }
        return new CatalogueFacts(facts.Counties, facts.Categories, facts.Cooperatives, facts.Townships, all);
    }

    private static ShelfProduct Pick(IReadOnlyList<ShelfProduct> products, Random random) => products[random.Next(products.Count)];

    private static string Middle(string name, Random random) => name.Length < 4 ? "" : name.Substring(random.Next(name.Length - 1), 2);

    private static SkuFacts Copy(Sku model, int number, Random random) => new(
        new Guid(number, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), $"P{number}-1", model.Name, model.NameEn, Barcode(number), model.NetWeightGrams, model.GrossWeightGrams, model.Unit, model.Pack,
        model.PriceFen + random.Next(20) * 100, "", SaleScope.Retail, model.MonthlySupply, 1, long.MaxValue);

    private static string Barcode(int number)
    {
        var digits = $"699{number:000000000}";
        for (var check = 0; check < 10; check++) if (Gtin.TryParse(digits + check, out var gtin)) return gtin.Value;
        throw new InvalidOperationException("One of ten check digits is right.");
    }
}
