using FluentValidation;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger.BrowseBatches;
using ZhongFu.Showroom.Ledger.BrowseMovements;
using ZhongFu.Showroom.Recalls.RecallBatch;
using ZhongFu.Showroom.Receiving.ReceiveGoods;

namespace ZhongFu.Showroom.Tests.Ledger;

public sealed class BrowseLedgerTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        sku = await bench.Goods(showroom: 1);
        await bench.Send(new ReceiveGoodsCommand(Bench.Showroom, [new ReceivedLine(sku, 4, "-B1", bench.Clock.Today().AddDays(9))]));
        await bench.Send(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 2, "B2", bench.Clock.Today().AddDays(1))]));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Batches_are_listed_with_place_day_and_whether_they_may_be_sold()
    {
        await bench.Send(new RecallBatchCommand("B2", "抽检"));
        var all = await bench.Send(new BrowseBatchesQuery(null, null, null));
        Assert.Equal((3, 7L), (all.Total, all.Pieces));
        Assert.Equal("Blocked", Assert.Single(all.Items, x => x.Batch == "B2").State);
        Assert.Equal("B2", Assert.Single((await bench.Send(new BrowseBatchesQuery(null, null, "unsellable"))).Items).Batch);
        Assert.Equal("-B1", Assert.Single((await bench.Send(new BrowseBatchesQuery(null, "-B1", null))).Items).Batch);
        Assert.Contains(",\"'-B1\",", all.Csv(), StringComparison.Ordinal);

        bench.Clock.Advance(TimeSpan.FromDays(12));
        Assert.Equal("Expired", Assert.Single((await bench.Send(new BrowseBatchesQuery(null, null, "unsellable"))).Items, x => x.Batch == "-B1").State);
        await bench.Sell(sku, 9);
        Assert.Equal(-4, Assert.Single((await bench.Send(new BrowseBatchesQuery(null, null, "owed"))).Items).OnHand);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new BrowseBatchesQuery(null, null, "<")));
    }

    [Fact]
    public async Task Movements_are_listed_by_day_place_cause_and_goods()
    {
        await bench.Sell(sku, 1);
        var today = bench.Clock.Today();
        Assert.Equal(4, (await bench.Send(new BrowseMovementsQuery(today, today))).Total);
        Assert.Equal(0, (await bench.Send(new BrowseMovementsQuery(today.AddDays(1), today.AddDays(2)))).Total);
        Assert.Equal("B2", Assert.Single((await bench.Send(new BrowseMovementsQuery(today, today, Text: "B2"))).Items).Batch);
        Assert.Equal(1, (await bench.Send(new BrowseMovementsQuery(today, today, Cause: "CounterSale"))).Total);
        Assert.Equal(3, (await bench.Send(new BrowseMovementsQuery(today, today, Cause: "Receipt"))).Total);
        await Assert.ThrowsAsync<ValidationException>(() => bench.Send(new BrowseMovementsQuery(today, today.AddDays(-1))));
    }
}
