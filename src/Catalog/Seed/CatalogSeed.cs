using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Batches;
using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Cooperatives;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Regions;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Seed;

/// <summary>Plants the demonstration catalogue from the data files, in one transaction, and tells the other modules what is on sale.</summary>
internal sealed class CatalogSeed(CatalogDb db, TimeProvider clock) : ISeed
{
    public bool IsDemonstration => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Products.AnyAsync(cancellationToken)) return;
        var counties = Rows<CountyRow>("counties.csv").Select(x => County.Of(x.Code, x.Name, x.NameEn, x.Province, Enum.Parse<CountyStatus>(x.Status, ignoreCase: true), x.Intro, x.Hue)).ToDictionary(x => x.Code);
        var townships = Rows<TownshipRow>("townships.csv").Select(x => Township.Of(x.Code, x.Name, x.CountyCode)).ToDictionary(x => x.Code);
        var categories = Rows<CategoryRow>("categories.csv").Select(x => Category.Of(x.Slug, x.Name, x.NameEn, x.Sort)).ToDictionary(x => x.Slug);
        var cooperatives = Rows<CooperativeRow>("cooperatives.csv").Select(x => Cooperative.Admit(x.Id, x.Code, x.Name, x.NameEn, x.TownshipCode, x.Village, x.Households, x.CreditCode, x.Story,
            Enum.Parse<CooperativeStatus>(x.Status, ignoreCase: true))).ToDictionary(x => x.Id);
        var rows = Rows<ProductRow>("products.csv");
        var products = rows.Select(ProductOf).ToDictionary(x => x.Number);
        foreach (var row in Rows<SkuRow>("skus.csv")) products[row.ProductNumber].AddSku(SkuOf(row));

        db.AddRange(counties.Values);
        db.AddRange(townships.Values);
        db.AddRange(categories.Values);
        db.AddRange(cooperatives.Values);
        db.AddRange(products.Values);
        db.AddRange(rows.Select(x => new SalesTally(x.Id, x.Sold, clock.UtcNow())));
        db.AddRange(Rows<CertificateRow>("certificates.csv").Select(x => Certificate.Record(x.Id, products[x.ProductNumber].Id, x.Kind, x.Number, x.Issuer, x.ValidFrom, x.ValidTo)));
        db.AddRange(Rows<BatchRow>("batches.csv").Select(x => Batch.Declare(x.Id, x.Code, products[x.ProductNumber].Id, x.HarvestDay, x.Plot, x.HarvestGrams, x.Inspection, x.CertificateNo)));
        foreach (var product in products.Values) Announce(product, categories, counties, townships, cooperatives);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Announce(Product product, Dictionary<string, Category> categories, Dictionary<string, County> counties, Dictionary<string, Township> townships, Dictionary<Guid, Cooperative> cooperatives)
    {
        var cooperative = cooperatives[product.CooperativeId];
        var county = counties[cooperative.CountyCode];
        var shelved = new ShelfProduct(0, 0, product, categories[product.Category], county, townships[cooperative.TownshipCode], cooperative, [], [], product.Skus,
            Pictures.PathOf(product, county.Name));
        foreach (var sku in product.Skus) db.Send(new SkuListed(SkuOffers.Of(shelved, sku), clock.UtcNow()));
    }

    private static Product ProductOf(ProductRow x) => Product.List(new ProductFacts(
        x.Id, x.Number, x.Name, x.NameEn, x.CooperativeId, x.Category, x.ArtFamily, x.ArtVariant, x.Summary, x.Description, x.Storage, x.ShelfLifeDays,
        x.HarvestFrom.Length == 0 ? null : HarvestWindow.Parse(x.HarvestFrom, x.HarvestTo), x.GrowerShareBp, x.Fresh, x.TaxRateBp, x.ListedAt.UtcDateTime));

    private static SkuFacts SkuOf(SkuRow x) => new(
        x.Id, x.Code, x.Name, x.NameEn, x.Barcode, x.NetWeightGrams, x.GrossWeightGrams, x.Unit, x.Pack, x.PriceFen, x.BulkTiers,
        Enum.Parse<SaleScope>(x.SaleScope, ignoreCase: true), x.MonthlySupply, x.PriceMinFen, x.PriceMaxFen);

    private static IReadOnlyList<T> Rows<T>(string file) => SeedFile.Read<T>(typeof(CatalogSeed).Assembly, file);
}
