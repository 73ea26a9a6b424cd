using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Batches;
using ZhongFu.Showroom.Batches.BrowseExpiry;
using ZhongFu.Showroom.Batches.MarkDownBatch;
using ZhongFu.Showroom.Counter.RecordSale;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Counter.FindShelfItem;

namespace ZhongFu.Showroom.Tests.Batches;

public sealed class MarkdownTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;
    private string barcode = null!;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        barcode = Bench.FreshBarcode();
        sku = await bench.Goods(priceFen: 999, barcode: barcode);
        var today = bench.Clock.Today();
        await bench.Send(new ReceiveGoodsCommand(Bench.Showroom, [new ReceivedLine(sku, 5, "LONG", today.AddDays(120)), new ReceivedLine(sku, 2, "SHORT", today.AddDays(9)), new ReceivedLine(sku, 1, "KEEPS")]));
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Theory]
    [InlineData(200, 31, 0)]
    [InlineData(200, 30, 10)]
    [InlineData(200, 15, 20)]
    [InlineData(200, 7, 50)]
    [InlineData(200, 0, 50)]
    [InlineData(60, 11, 0)]
    [InlineData(60, 10, 10)]
    [InlineData(9, 9, 0)]
    [InlineData(9, 2, 20)]
    public async Task The_ladder_is_data_and_goes_by_how_long_goods_keep(int lifeDays, int daysLeft, int percent) =>
        Assert.Equal(percent, MarkdownStep.Propose(await bench.Look(db => db.MarkdownLadder.ToListAsync()), lifeDays, daysLeft));

    [Fact]
    public async Task Goods_are_proposed_step_by_step_and_stay_on_the_list_when_expired()
    {
        Assert.Empty(await Rows());
        bench.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(("SHORT", 2, 20, 799L), (await Rows()).Select(x => (x.Batch, x.DaysLeft, x.Proposed, x.ProposedFen)).Single());
        bench.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(("SHORT", -1, 0), (await Rows()).Select(x => (x.Batch, x.DaysLeft, x.Proposed)).Single());
        bench.Clock.Advance(TimeSpan.FromDays(85));
        Assert.Contains((await Rows()).Select(x => (x.Batch, x.Proposed)), x => x == ("LONG", 10));
    }

    [Fact]
    public async Task The_till_sees_an_accepted_price_and_a_sale_of_the_batch_at_it_is_no_task()
    {
        bench.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty((await bench.Send(new FindShelfItemQuery(barcode))).NearExpiry);
        await bench.Send(new MarkDownBatchCommand(sku, "SHORT", 20));
        var near = Assert.Single((await bench.Send(new FindShelfItemQuery(barcode))).NearExpiry);
        Assert.Equal(("SHORT", 20, 799L), (near.Batch, near.PercentOff, near.PriceFen));

        var sale = await bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(1, sku, PriceFen: 799, Batch: "SHORT"), new RungLine(1, sku, Batch: "SHORT")] });
        Assert.Equal(1598, sale.TotalFen);
        Assert.Empty(sale.Tasks);
        Assert.Empty((await bench.Send(new FindShelfItemQuery(barcode))).NearExpiry); // sold out
        Assert.Equal("price-differs", (await bench.Send(bench.Sale(sku, 1) with { Lines = [new RungLine(1, sku, PriceFen: 799)] })).Tasks.Single().Kind);
        Assert.Equal(1, await bench.Look(db => db.Audit.CountAsync(x => x.Action == "showroom.markdown")));
    }

    [Fact]
    public async Task What_keeps_or_may_not_be_sold_is_not_marked_down()
    {
        Assert.Equal("markdown.keeps", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new MarkDownBatchCommand(sku, "KEEPS", 10)))).Code);
        await Assert.ThrowsAsync<NotFound>(() => bench.Send(new MarkDownBatchCommand(sku, "NONE", 10)));
        bench.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal("markdown.unsellable", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(new MarkDownBatchCommand(sku, "SHORT", 10)))).Code);
    }

    private async Task<IReadOnlyList<ExpiryRow>> Rows() => (await bench.Send(new BrowseExpiryQuery("S01"))).Rows;
}
