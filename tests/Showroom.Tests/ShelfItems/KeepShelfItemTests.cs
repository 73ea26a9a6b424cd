using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.ShelfItems.KeepShelfItems;

namespace ZhongFu.Showroom.Tests.ShelfItems;

public sealed class KeepShelfItemTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task An_older_fact_never_overwrites_a_newer_one()
    {
        var sku = Guid.CreateVersion7();
        var barcode = Bench.FreshBarcode();
        await bench.Send(new KeepShelfItemCommand(Bench.Offer(sku, 200, barcode), bench.Now));
        await bench.Send(new KeepShelfItemCommand(Bench.Offer(sku, 100, barcode), bench.Now.AddMinutes(-1)));
        Assert.Equal(200, await Price(sku));

        await bench.Send(new KeepShelfItemCommand(Bench.Offer(sku, 300, barcode), bench.Now.AddMinutes(1)));
        Assert.Equal(300, await Price(sku));
    }

    private Task<long> Price(Guid sku) => bench.Look(db => db.ShelfItems.Where(x => x.SkuId == sku).Select(x => x.PriceFen).SingleAsync());
}
