using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Data;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Places;
using Microsoft.Extensions.DependencyInjection;

namespace ZhongFu.Showroom.Tests.Ledger;

public sealed class OpeningStockTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.StartSeeded();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_demonstration_opens_with_balanced_books_and_tells_the_catalogue_each_sku_once()
    {
        var skus = await bench.Look(db => db.StockVersions.CountAsync());
        var told = await bench.Sent<ShowAvailability>();

        Assert.InRange(skus, 580, 600); // some of the 600 open sold out
        Assert.Equal(skus, told.Select(x => x.SkuId).Distinct().Count());
        Assert.Equal(skus, told.Count);
        Assert.Empty(await bench.Violations());
    }

    [Fact]
    public async Task Planting_again_changes_nothing()
    {
        var before = await Counts();
        await bench.Services.PlantSeeds();
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task The_showroom_and_all_sub_centres_hand_orders_over()
    {
        var all = (await bench.Sent<PickUpPointsListed>())[^1].Points;

        Assert.Equal(112, all.Count);
        Assert.All(all, point => Assert.NotEmpty(point.Subdistrict));
        var warehouse = await bench.Look(db => db.Locations.Where(x => x.Kind == LocationKind.Warehouse).Select(x => x.Id).FirstAsync());
        Assert.DoesNotContain(all, point => point.LocationId == warehouse);
    }

    private Task<(int, int, int)> Counts() => bench.Look(async db => (await db.Movements.CountAsync(), await db.Balances.CountAsync(), await db.Locations.CountAsync()));
}
