using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Products;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Reads the catalogue from the database into memory.</summary>
internal sealed class ShelfLoader(CatalogDb db, Shelf shelf, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>What another process may have written with a clock that is a little behind ours is still seen.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>Reads everything.</summary>
    public async Task LoadAll(CancellationToken cancellationToken)
    {
        await LoadFigures(DateTime.UnixEpoch, cancellationToken);
        var facts = await ReadFacts(cancellationToken);
        if (!environment.IsProduction() && configuration.GetValue<int>("Catalog:SyntheticProducts") is > 0 and var extra) facts = SyntheticProducts.Extend(facts, extra, shelf);
        shelf.Fill(facts);
    }

    /// <summary>Reads the stock and sales that changed since; returns from when on to look next time.</summary>
    public async Task<DateTime> LoadFigures(DateTime since, CancellationToken cancellationToken)
    {
        var next = clock.UtcNow() - Overlap;
        foreach (var row in await db.Availabilities.AsNoTracking().Where(x => x.ChangedAt >= since).ToListAsync(cancellationToken)) shelf.ShowStock(row.SkuId, row.Available, row.Version);
        foreach (var row in await db.SalesTallies.AsNoTracking().Where(x => x.ChangedAt >= since).ToListAsync(cancellationToken)) shelf.ShowSales(row.ProductId, row.Sold);
        return next;
    }

    private async Task<CatalogueFacts> ReadFacts(CancellationToken cancellationToken)
    {
        var counties = await db.Counties.AsNoTracking().ToDictionaryAsync(x => x.Code, cancellationToken);
        var townships = await db.Townships.AsNoTracking().ToDictionaryAsync(x => x.Code, cancellationToken);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(x => x.Slug, cancellationToken);
        var cooperatives = await db.Cooperatives.AsNoTracking().ToDictionaryAsync(x => x.Id, cancellationToken);
        var certificates = (await db.Certificates.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.ProductId);
        var batches = (await db.Batches.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.ProductId);
        var products = await db.Products.AsNoTracking().Include(x => x.Skus).OrderBy(x => x.Number).ToListAsync(cancellationToken);
        var (shelved, firstSku) = (new List<ShelfProduct>(products.Count), 0);
        foreach (var product in products.Where(x => x.Skus.Count > 0))
        {
            var cooperative = cooperatives[product.CooperativeId];
            var county = counties[cooperative.CountyCode];
            shelved.Add(new ShelfProduct(shelved.Count, firstSku, product, categories[product.Category], county, townships[cooperative.TownshipCode], cooperative,
                [.. certificates[product.Id]], [.. batches[product.Id].OrderByDescending(x => x.HarvestDay)],
                [.. product.Skus.OrderBy(x => x.SaleScope == SaleScope.Bulk).ThenBy(x => x.Code, StringComparer.Ordinal)],
                Pictures.PathOf(product, county.Name)));
            firstSku += product.Skus.Count;
        }
        return new CatalogueFacts([.. counties.Values.OrderBy(x => x.Status).ThenBy(x => x.Code, StringComparer.Ordinal)], [.. categories.Values.OrderBy(x => x.Sort)],
            [.. cooperatives.Values.OrderBy(x => x.Code, StringComparer.Ordinal)], townships, shelved);
    }
}
