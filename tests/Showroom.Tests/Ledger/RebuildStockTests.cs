using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Rebuilding.RebuildStock;
using ZhongFu.Showroom.Recalls.RecallBatch;
using ZhongFu.Showroom.Receiving.ReceiveGoods;

namespace ZhongFu.Showroom.Tests.Ledger;

public sealed class RebuildStockTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(warehouse: 9);
        await bench.Send(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 4, "B1"), new ReceivedLine(sku, 3, "B2")]));
        await bench.Reserve(sku, 2);
        await bench.Sell(sku, 1);
        await bench.Send(new RecallBatchCommand("B1", "农残复检"));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Right_books_show_no_difference_and_stay_as_they_are()
    {
        Assert.Empty(await bench.Send(new RebuildStockCommand(CompareOnly: true)));
        Assert.Empty(await bench.Send(new RebuildStockCommand(CompareOnly: false)));
        Assert.Equal(0, await Audits());
    }

    [Fact]
    public async Task What_was_spoilt_is_found_and_then_repaired_with_the_shop_told()
    {
        var shown = await bench.Shown(sku);
        await bench.Look(db => db.Balances.Where(x => x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x =>
            x.SetProperty(b => b.OnHand, 99).SetProperty(b => b.Reserved, 7).SetProperty(b => b.Blocked, 0)));
        await bench.Look(db => db.Balances.Where(x => x.LocationId == Bench.Showroom).ExecuteDeleteAsync());
        await bench.Look(db => db.BatchBalances.Where(x => x.Batch == "B2").ExecuteDeleteAsync());
        await bench.Look(db => db.BatchBalances.Where(x => x.Batch == Batch.None && x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.OnHand, 1)));

        var found = await bench.Send(new RebuildStockCommand(CompareOnly: true));
        Assert.Equal(4, found.Count);
        Assert.NotEmpty(await bench.Violations());
        Assert.Equal(found, await bench.Send(new RebuildStockCommand(CompareOnly: false)));
        Assert.Empty(await bench.Violations());
        Assert.Empty(await bench.Send(new RebuildStockCommand(CompareOnly: true)));
        Assert.Equal(shown, await bench.Shown(sku));
        Assert.Equal(1, await Audits());
    }

    private Task<int> Audits() => bench.Look(db => db.Audit.CountAsync(x => x.Action == "showroom.stock.rebuild"));
}
