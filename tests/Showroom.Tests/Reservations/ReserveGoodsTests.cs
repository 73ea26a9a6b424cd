using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Reservations.ReserveGoods;

namespace ZhongFu.Showroom.Tests.Reservations;

public sealed class ReserveGoodsTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Goods_set_aside_are_no_longer_available()
    {
        var sku = await bench.Goods(warehouse: 10);
        var id = await bench.Reserve(sku, 4);

        Assert.Equal(id, Assert.Single(await bench.Sent<StockReserved>()).ReservationId);
        Assert.Equal((10, 4), await OnHandAndReserved(sku, Bench.Warehouse));
        Assert.Equal(6, await bench.Shown(sku));
    }

    [Fact]
    public async Task Two_lines_of_one_sku_above_stock_are_refused_as_one()
    {
        var sku = await bench.Goods(warehouse: 5);
        await bench.Send(new ReserveGoodsCommand([new WantedGoods(Guid.CreateVersion7(), [new StockLine(sku, 3), new StockLine(sku, 3)], null, bench.Now.AddMinutes(30))]));

        Assert.Equal(new StockShortage(sku, 6, 5), Assert.Single(Assert.Single(await bench.Sent<StockRefused>()).Shortages));
        Assert.Equal((5, 0), await OnHandAndReserved(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task All_lines_or_none()
    {
        var (plenty, scarce) = (await bench.Goods(warehouse: 10), await bench.Goods(warehouse: 1));
        await bench.Send(new ReserveGoodsCommand([new WantedGoods(Guid.CreateVersion7(), [new StockLine(plenty, 3), new StockLine(scarce, 2)], null, bench.Now.AddMinutes(30))]));

        Assert.Equal(new StockShortage(scarce, 2, 1), Assert.Single(Assert.Single(await bench.Sent<StockRefused>()).Shortages));
        Assert.Equal((10, 0), await OnHandAndReserved(plenty, Bench.Warehouse));
    }

    [Fact]
    public async Task The_same_reservation_twice_sets_goods_aside_once_and_is_answered_twice()
    {
        var sku = await bench.Goods(warehouse: 10);
        var id = await bench.Reserve(sku, 4);
        await bench.Reserve(sku, 4, id: id);

        Assert.Equal(2, (await bench.Sent<StockReserved>()).Count(x => x.ReservationId == id));
        Assert.Equal((10, 4), await OnHandAndReserved(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task A_refused_reservation_stays_refused_when_goods_arrive()
    {
        var sku = await bench.Goods();
        var id = await bench.Reserve(sku, 1);
        await bench.Receive(sku, Bench.Warehouse, 5);
        await bench.Reserve(sku, 1, id: id);

        Assert.Equal(2, (await bench.Sent<StockRefused>()).Count(x => x.ReservationId == id));
        Assert.Equal((5, 0), await OnHandAndReserved(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task A_release_that_comes_first_makes_the_late_reservation_refused()
    {
        var sku = await bench.Goods(warehouse: 10);
        var id = Guid.CreateVersion7();
        await bench.Release(id);
        await bench.Reserve(sku, 4, id: id);

        Assert.Equal(id, Assert.Single(await bench.Sent<StockRefused>()).ReservationId);
        Assert.Empty(await bench.Sent<StockReserved>());
        Assert.Equal((10, 0), await OnHandAndReserved(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task Safety_stock_is_not_for_online_orders()
    {
        var sku = await bench.Goods(warehouse: 10);
        await bench.KeepBack(sku, Bench.Warehouse, 4);
        await bench.Reserve(sku, 7);
        await bench.Reserve(sku, 6);

        Assert.Single(await bench.Sent<StockRefused>());
        Assert.Equal((10, 6), await OnHandAndReserved(sku, Bench.Warehouse));
        Assert.Equal(0, await bench.Shown(sku));
    }

    [Fact]
    public async Task Goods_come_from_the_preferred_place_then_by_online_order_and_are_split_only_if_needed()
    {
        var sku = await bench.Goods(warehouse: 5, showroom: 8);
        await bench.Receive(sku, Bench.SubCentre, 2);

        await bench.Reserve(sku, 2, preferred: Bench.SubCentre);
        Assert.Equal(2, (await bench.Balance(sku, Bench.SubCentre)).Reserved);
        await bench.Reserve(sku, 3);
        Assert.Equal(3, (await bench.Balance(sku, Bench.Warehouse)).Reserved);
        await bench.Reserve(sku, 4);
        Assert.Equal(4, (await bench.Balance(sku, Bench.Showroom)).Reserved);
        await bench.Reserve(sku, 6);
        Assert.Equal((5, 8), ((await bench.Balance(sku, Bench.Warehouse)).Reserved, (await bench.Balance(sku, Bench.Showroom)).Reserved));
    }

    [Fact]
    public async Task A_sub_centre_does_not_serve_orders_that_are_not_picked_up_there()
    {
        var sku = await bench.Goods();
        await bench.Receive(sku, Bench.SubCentre, 5);
        await bench.Reserve(sku, 1);

        Assert.Single(await bench.Sent<StockRefused>());
        Assert.Equal(0, await bench.Shown(sku));
    }

    private async Task<(long, long)> OnHandAndReserved(Guid sku, Guid location)
    {
        var balance = await bench.Balance(sku, location);
        return (balance.OnHand, balance.Reserved);
    }
}
