using CsCheck;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Replenishment;
using ZhongFu.Showroom.Replenishment.OrderProposals;
using ZhongFu.Showroom.Replenishment.ReadProposals;
using ZhongFu.Showroom.Replenishment.RefreshProposals;
using ZhongFu.Showroom.Transfers;

namespace ZhongFu.Showroom.Tests.Replenishment;

public sealed class ReplenishmentTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Theory]
    [InlineData(28, 0, 0, 0, 4, 4)] // one a day, four days ahead
    [InlineData(29, 0, 0, 0, 5, 5)] // rounded up
    [InlineData(28, 10, 0, 0, 10, 10)] // never below the minimum
    [InlineData(28, 0, 3, 0, 4, 1)]
    [InlineData(28, 0, 3, 1, 4, 0)] // on the way already
    [InlineData(0, 0, 5, 0, 0, 0)]
    [InlineData(0, 6, 5, 0, 6, 1)]
    public void A_place_wants_what_its_sales_need_less_what_it_has(long sold, long minimum, long onHand, long incoming, long target, long wanted)
    {
        var demand = new Demand(sold, 1, 3, minimum, 0, incoming, [(null, onHand)], null);
        Assert.Equal((target, wanted), (demand.Target, demand.Wanted));
    }

    [Fact]
    public void Goods_that_will_expire_unsold_do_not_count_and_short_lived_goods_are_not_piled_up()
    {
        var demand = new Demand(28, 1, 9, 0, 0, 0, [(2, 5), (null, 1)], null);
        Assert.Equal((3L, 3L, 7L), (demand.WillExpire, demand.Usable, demand.Wanted));
        Assert.Equal(1, (demand with { SourceDays = 5 }).Wanted); // four days on the shelf sell four, three are there
        Assert.Equal(0, (demand with { SourceDays = 1 }).Wanted);
    }

    [Fact]
    public void More_on_the_shelf_or_on_the_way_never_means_more_to_bring() => Gen.Select(Gen.Long[0, 200], Gen.Int[0, 5], Gen.Long[0, 20], Gen.Long[0, 20], Gen.Long[0, 20], Gen.Long[0, 20], Gen.Int[1, 40])
        .Sample((sold, lead, minimum, onHand, incoming, reserved, days) =>
        {
            var demand = new Demand(sold, lead, 3, minimum, reserved, incoming, [(days, onHand), (null, 2)], days + 5);
            Assert.InRange(demand.Wanted, 0, demand.Target);
            Assert.InRange(demand.WillExpire, 0, demand.OnHand);
            Assert.True((demand with { Incoming = incoming + 1 }).Wanted <= demand.Wanted);
            Assert.True((demand with { Shelf = [(days, onHand + 1), (null, 2)] }).Wanted <= demand.Wanted);
            Assert.True((demand with { Sold = sold + 1, SourceDays = null }).Wanted >= 0);
        });

    [Fact]
    public async Task What_is_proposed_becomes_one_transfer_whoever_presses_and_is_not_proposed_again()
    {
        var sku = await Sold(14, left: 1, warehouse: 50);
        await bench.Send(new RefreshProposalsCommand());
        var row = Assert.Single((await bench.Send(new ReadProposalsQuery("S01"))).Items);
        Assert.Equal((sku, 14L, 2L, 1L, 0L, 1L, 50L), (row.SkuId, row.Sold, row.Target, row.OnHand, row.Incoming, row.Quantity, row.SourceFree));

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(Order)));
        Assert.Single(tries, x => x is not null);
        var order = await bench.Look(db => db.Transfers.Include(x => x.Lines).SingleAsync());
        Assert.Equal((Bench.Warehouse, Bench.Showroom, TransferState.Requested, 1L), (order.FromId, order.ToId, order.State, order.Lines.Single().Quantity));
        await bench.Send(new RefreshProposalsCommand());
        Assert.Empty((await bench.Send(new ReadProposalsQuery("S01"))).Items);
    }

    [Fact]
    public async Task A_source_is_not_promised_twice_and_who_runs_out_first_is_served_first()
    {
        var sku = await Sold(28, left: 2, warehouse: 3);
        await bench.Receive(sku, Bench.SubCentre, 1);
        await bench.KeepBack(sku, Bench.SubCentre, 4);
        await bench.Send(new RefreshProposalsCommand());
        var rows = await bench.Look(db => db.Proposals.ToListAsync());
        Assert.Equal([(Bench.Showroom, 2L, 2L), (Bench.SubCentre, 3L, 1L)], rows.OrderByDescending(x => x.SourceFree).Select(x => (x.LocationId, x.Wanted, x.Quantity)));
    }

    [Fact]
    public async Task Old_sales_do_not_count()
    {
        await Sold(14, left: 0, warehouse: 50);
        bench.Clock.Advance(TimeSpan.FromDays(Demand.Days + 1));
        await bench.Send(new RefreshProposalsCommand());
        Assert.Empty(await bench.Look(db => db.Proposals.ToListAsync()));
    }

    [Fact]
    public async Task Recalled_and_expired_goods_of_the_source_are_not_offered()
    {
        var sku = await Sold(28, left: 0, warehouse: 0);
        await bench.Send(new ReceiveGoodsCommand(Bench.Warehouse, [new ReceivedLine(sku, 9, "B1", bench.Clock.Today())]));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Send(new RefreshProposalsCommand());
        Assert.Equal((4L, 0L), await bench.Look(async db => { var x = await db.Proposals.SingleAsync(); return (x.Wanted, x.Quantity); }));
    }

    private async Task<Guid> Sold(long pieces, long left, long warehouse)
    {
        var sku = await bench.Goods(warehouse: warehouse, showroom: pieces + left);
        await bench.Sell(sku, pieces);
        return sku;
    }

    private async Task<OrderedProposals?> Order()
    {
        try { return await bench.Send(new OrderProposalsCommand(Bench.Showroom)); }
        catch (RuleBroken) { return null; }
    }
}
