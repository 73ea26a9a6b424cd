using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Products;
using ZhongFu.Catalog.Showcase;
using ZhongFu.TestKit;

namespace ZhongFu.Catalog.Tests.Showcase;

public sealed class AvailabilityTests : IAsyncLifetime
{
    private GatewayHost host = null!;
    private Sku sku = null!;
    private long version;

    public async Task InitializeAsync()
    {
        host = await GatewayHost.Start();
        sku = await host.Look<CatalogDb, Sku>(db => db.Skus.SingleAsync(x => x.Code == "P0001-1"));
        version = await host.Look<CatalogDb, long>(db => db.Availabilities.Where(x => x.SkuId == sku.Id).Select(x => x.Version).SingleAsync());
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Stock_that_changed_is_shown_within_a_second()
    {
        await Send(new ShowAvailability(sku.Id, 3, version + 1));
        await Eventually.Passes(async () => Assert.Equal(3, await Shown()), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task An_older_version_never_overwrites_a_newer_one()
    {
        await Send(new ShowAvailability(sku.Id, 7, version + 10));
        await Eventually.Passes(async () => Assert.Equal((7, version + 10), await Stored()));
        await Send(new ShowAvailability(sku.Id, 999, version + 9));
        await Send(new ShowAvailability(sku.Id, 998, version + 10));
        await Send(new ShowAvailability(sku.Id, 6, version + 11));
        await Eventually.Passes(async () => Assert.Equal((6, version + 11), await Stored()));
        await Eventually.Passes(async () => Assert.Equal(6, await Shown()));
    }

    [Fact]
    public void A_late_message_does_not_move_the_shelf_back()
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        shelf.ShowStock(sku.Id, 5, version + 100);
        shelf.ShowStock(sku.Id, 50, version + 99);
        Assert.Equal(5, shelf.AvailableNow(sku.Id));
    }

    [Fact]
    public async Task A_hundred_changes_make_few_versions_and_the_last_one_is_shown()
    {
        var shelf = host.Services.GetRequiredService<Shelf>();
        var before = shelf.Version;
        for (var i = 1; i <= 100; i++) shelf.ShowStock(sku.Id, 1000 + i, version + 1000 + i);
        await Eventually.Passes(async () => Assert.Equal(1100, await Shown()));
        Assert.InRange(shelf.Version - before, 1, 20);
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_after_a_while()
    {
        await host.Look<CatalogDb, int>(db => db.Availabilities.Where(x => x.SkuId == sku.Id).ExecuteUpdateAsync(x => x
            .SetProperty(a => a.Available, 42).SetProperty(a => a.Version, version + 50).SetProperty(a => a.ChangedAt, host.Clock.GetUtcNow().UtcDateTime)));
        await Eventually.Passes(async () => Assert.Equal(42, await Shown()));
    }

    [Fact]
    public async Task Pieces_for_buying_units_only_are_not_for_citizens()
    {
        var crate = await host.Look<CatalogDb, Sku>(db => db.Skus.SingleAsync(x => x.Code == "P0001-3"));
        await Send(new ShowAvailability(crate.Id, 500, 1_000_000));
        await Eventually.Passes(async () => Assert.Equal(500, await host.Look<CatalogDb, long>(db => db.Availabilities.Where(x => x.SkuId == crate.Id).Select(x => x.Available).SingleAsync())));
        var offers = host.Services.GetRequiredService<ISkuOffers>();
        Assert.Equal(0, await offers.Available(crate.Id, CancellationToken.None));
        Assert.False((await offers.Find([crate.Id], CancellationToken.None))[crate.Id].IsOnSale);
    }

    [Fact]
    public async Task Sold_pieces_are_counted_once_and_returned_ones_taken_back()
    {
        var before = await Sold();
        await Send(new CountSold(sku.Id, 5));
        await Eventually.Passes(async () => Assert.Equal(before + 5, await Sold()));
        await Send(new CountSold(sku.Id, -2));
        await Eventually.Passes(async () => Assert.Equal(before + 3, await Sold()));
    }

    [Fact]
    public async Task An_expired_certificate_shows_no_badge_from_that_minute()
    {
        var certificate = await host.Look<CatalogDb, Certificate>(db => db.Certificates.Where(x => x.ValidTo == new DateOnly(2026, 12, 5)).FirstAsync());
        host.Clock.SetUtcNow(certificate.Expires.AddSeconds(-1));
        Assert.Contains(certificate.Kind.ToString(), await Badges(certificate.ProductId));
        host.Clock.SetUtcNow(certificate.Expires);
        Assert.DoesNotContain(certificate.Kind.ToString(), await Badges(certificate.ProductId));
        var browser = host.Browser();
        var number = await host.Look<CatalogDb, int>(db => db.Products.Where(x => x.Id == certificate.ProductId).Select(x => x.Number).SingleAsync());
        Assert.DoesNotContain(certificate.Number, await browser.GetStringAsync($"/p/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_tells_what_a_cart_needs()
    {
        var offer = (await host.Services.GetRequiredService<ISkuOffers>().Find([sku.Id, Guid.CreateVersion7()], CancellationToken.None)).Single().Value;
        Assert.Equal(("P0001-1", "6900000000014", 1, "修文县", 3890L, true), (offer.Code, offer.Barcode, offer.ProductNumber, offer.County, offer.PriceFen, offer.IsOnSale));
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().GetAsync(offer.PicturePath)).StatusCode);
    }

    private async Task Send(object message)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogDb>();
        db.Send(message);
        await db.SaveChangesAsync();
    }

    private async Task<long> Shown() => (await Detail(sku.ProductId)).GetProperty("skus").EnumerateArray().Single(x => x.GetProperty("id").GetGuid() == sku.Id).GetProperty("available").GetInt64();

    private async Task<long> Sold() => (await Detail(sku.ProductId)).GetProperty("sold").GetInt64();

    private async Task<List<string?>> Badges(Guid productId) => [.. (await Detail(productId)).GetProperty("certificates").EnumerateArray().Select(x => x.GetString())];

    private async Task<JsonElement> Detail(Guid productId) => await host.Anonymous().GetFromJsonAsync<JsonElement>($"/api/catalog/products/{productId}");

    private Task<(long, long)> Stored() => host.Look<CatalogDb, (long, long)>(async db =>
    {
        var row = await db.Availabilities.AsNoTracking().SingleAsync(x => x.SkuId == sku.Id);
        return (row.Available, row.Version);
    });
}
