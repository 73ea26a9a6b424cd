using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Counter.RecordSale;

namespace ZhongFu.Showroom.Tests.Reservations;

public sealed class CounterWinsTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task What_the_counter_sold_is_taken_from_another_place_without_a_word()
    {
        var sku = await bench.Goods(showroom: 5);
        await bench.Reserve(sku, 4);
        await bench.Receive(sku, Bench.Warehouse, 10);
        await bench.Sell(sku, 3);

        Assert.Empty(await bench.Sent<StockShorted>());
        Assert.Equal((2, 2), await Shelf(sku, Bench.Showroom));
        Assert.Equal((10, 2), await Shelf(sku, Bench.Warehouse));
        Assert.Equal(8, await bench.Shown(sku));
    }

    [Fact]
    public async Task The_youngest_reservation_is_short_when_no_other_place_has_it()
    {
        var sku = await bench.Goods(showroom: 6);
        await bench.Reserve(sku, 3);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var young = await bench.Reserve(sku, 3);
        await bench.Sell(sku, 2);

        Assert.Equal(new StockShorted(young, new StockShortage(sku, 3, 1), "counter-sale", bench.Now), Assert.Single(await bench.Sent<StockShorted>()));
        Assert.Equal((4, 4), await Shelf(sku, Bench.Showroom));
        Assert.Equal(0, await bench.Shown(sku));
    }

    [Fact]
    public async Task A_sale_that_eats_more_than_the_youngest_goes_on_to_the_next()
    {
        var sku = await bench.Goods(showroom: 6);
        var old = await bench.Reserve(sku, 3);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var young = await bench.Reserve(sku, 3);
        await bench.Receive(sku, Bench.Warehouse, 1);
        await bench.Sell(sku, 5);

        var shorted = await bench.Sent<StockShorted>();
        Assert.Equal(2, shorted.Count);
        Assert.Contains(shorted, x => x.ReservationId == young && x.Shortage == new StockShortage(sku, 3, 1)); // three eaten, one found in the warehouse
        Assert.Contains(shorted, x => x.ReservationId == old && x.Shortage == new StockShortage(sku, 3, 1));
        Assert.Equal((1, 1), await Shelf(sku, Bench.Showroom));
        Assert.Equal((1, 1), await Shelf(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task A_sale_beyond_the_books_stands_and_becomes_a_task()
    {
        var sku = await bench.Goods(showroom: 2);
        var id = await bench.Reserve(sku, 1);
        var sale = await bench.Sell(sku, 5);

        Assert.Equal((-3, 0), await Shelf(sku, Bench.Showroom));
        Assert.Equal([(SaleTask.OrderShort, 1, 0), (SaleTask.StockShort, 2, 5)], sale.Tasks.Select(x => (x.Kind, x.Expected, x.Actual)).Order());
        Assert.Equal(id, Assert.Single(await bench.Sent<StockShorted>()).ReservationId);

        await bench.Receive(sku, Bench.Showroom, 5);
        Assert.Equal(2, await bench.Shown(sku));
    }

    [Fact]
    public async Task The_manager_sees_what_moved_and_what_is_short_with_the_sale_that_caused_it()
    {
        var sku = await bench.Goods(showroom: 6);
        await bench.Reserve(sku, 6);
        await bench.Receive(sku, Bench.Warehouse, 2);
        Assert.Equal(new OpenTask(SaleTask.OrderMoved, sku, 1, 1), Assert.Single((await bench.Sell(sku, 1)).Tasks));
        Assert.Equal(new OpenTask(SaleTask.OrderShort, sku, 3, 1), Assert.Single((await bench.Sell(sku, 3)).Tasks));
    }

    [Fact]
    public async Task Sales_at_once_take_from_the_youngest_and_each_piece_is_missed_once()
    {
        var sku = await bench.Goods(showroom: 20);
        var orders = new List<Guid>();
        for (var at = 0; at < 10; at++)
        {
            orders.Add(await bench.Reserve(sku, 2));
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Task.Run(() => bench.Sell(sku, 1))));

        var missing = (await bench.Sent<StockShorted>()).GroupBy(x => x.ReservationId).ToDictionary(x => x.Key, x => x.Sum(s => s.Shortage.Requested - s.Shortage.Available));
        Assert.Equal(9, missing.Values.Sum());
        Assert.Equal(orders.TakeLast(5).Order(), missing.Keys.Order());
        Assert.Equal([1, 2, 2, 2, 2], orders.TakeLast(5).Select(x => missing[x]));
        Assert.Equal((11, 11), await Shelf(sku, Bench.Showroom));
    }

    [Fact]
    public async Task Reservations_that_the_sale_does_not_touch_stay_whole()
    {
        var sku = await bench.Goods(warehouse: 5, showroom: 5);
        await bench.Reserve(sku, 5);
        await bench.Sell(sku, 5);

        Assert.Empty(await bench.Sent<StockShorted>());
        Assert.Equal((5, 5), await Shelf(sku, Bench.Warehouse));
    }

    [Fact]
    public async Task A_shorted_reservation_can_still_be_paid_issued_and_released()
    {
        var sku = await bench.Goods(showroom: 4);
        var id = await bench.Reserve(sku, 2);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await bench.Reserve(sku, 2);
        await bench.Sell(sku, 3);
        await bench.Capture(id, sku, 2);
        await bench.Issue(id);
        await bench.Release(second);

        Assert.Equal((0, 0), await Shelf(sku, Bench.Showroom));
        Assert.Equal(0, await bench.Look(db => db.Allocations.CountAsync(x => x.IsOpen)));
    }

    private async Task<(long, long)> Shelf(Guid sku, Guid location)
    {
        var balance = await bench.Balance(sku, location);
        return (balance.OnHand, balance.Reserved);
    }
}
