using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Regions;
using ZhongFu.Platform.Reconciliation;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.TestKit;

namespace ZhongFu.Catalog.Tests.Seed;

[Collection(nameof(Shop))]
public sealed class SeedFactTests(Shop shop)
{
    [Fact]
    public async Task The_seed_holds_nine_counties_in_seven_provinces_four_of_them_partners()
    {
        var counties = await shop.Host.Look<CatalogDb, List<County>>(db => db.Counties.ToListAsync());
        Assert.Equal(9, counties.Count);
        Assert.Equal(7, counties.Select(x => x.Province).Distinct().Count());
        Assert.Equal(["寻乌县", "海丰县", "那坡县", "靖西市"], counties.Where(x => x.Status == CountyStatus.Partner).Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_seed_holds_at_least_40_cooperatives_320_products_and_600_skus()
    {
        Assert.True(await shop.Host.Look<CatalogDb, int>(db => db.Cooperatives.CountAsync()) >= 40);
        Assert.Equal(320, await shop.Host.Look<CatalogDb, int>(db => db.Products.CountAsync()));
        Assert.Equal(600, await shop.Host.Look<CatalogDb, int>(db => db.Skus.CountAsync()));
    }

    [Fact]
    public async Task Every_product_can_be_bought_by_a_citizen() =>
        Assert.Empty(await shop.Host.Look<CatalogDb, List<int>>(db => db.Products.Where(x => !x.Skus.Any(sku => sku.SaleScope != SaleScope.Bulk)).Select(x => x.Number).ToListAsync()));

    [Fact]
    public async Task Barcodes_bulk_prices_and_credit_codes_of_the_seed_are_right()
    {
        await using var scope = shop.Host.Services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetServices<IInvariant>().Where(x => x.GetType().Assembly == typeof(CatalogDb).Assembly).ToList();
        Assert.Equal(3, rules.Count);
        foreach (var rule in rules) Assert.Empty(await rule.FindViolations(CancellationToken.None));
    }
}

public sealed class ReconcileTests
{
    [Fact]
    public async Task A_wrong_barcode_a_rising_bulk_price_and_a_wrong_credit_code_are_found()
    {
        await using var host = await GatewayHost.Start();
        await host.Look<CatalogDb, int>(db => db.Skus.Where(x => x.Code == "P0001-1").ExecuteUpdateAsync(x => x.SetProperty(s => s.Barcode, Gtin.Stored("6900000000015"))));
        await host.Look<CatalogDb, int>(db => db.Skus.Where(x => x.Code == "P0001-2").ExecuteUpdateAsync(x => x.SetProperty(s => s.BulkTiers, PriceTiers.Stored("10:9999"))));
        await host.Look<CatalogDb, int>(db => db.Cooperatives.Where(x => x.Code == "C001").ExecuteUpdateAsync(x => x.SetProperty(c => c.CreditCode, Catalog.Contracts.CreditCode.Stored("1"))));
        await using var scope = host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var rule in scope.ServiceProvider.GetServices<IInvariant>().Where(x => x.GetType().Assembly == typeof(CatalogDb).Assembly)) found.AddRange(await rule.FindViolations(CancellationToken.None));
        Assert.Equal(["C001: 1", "P0001-1: 6900000000015", "P0001-2: retail 7290, bulk 10:9999"], found.Order(StringComparer.Ordinal));
    }
}
