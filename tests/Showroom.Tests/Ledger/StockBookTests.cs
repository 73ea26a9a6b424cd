using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Tests.Ledger;

public sealed class StockBookTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_database_has_the_last_word_on_what_is_free()
    {
        var sku = await bench.Goods(warehouse: 5);
        await bench.Look(async db =>
        {
            await using var work = await db.BeginAsync();
            var book = await StockBook.Open(db, [sku], CancellationToken.None);
            await db.Balances.Where(x => x.SkuId == sku && x.LocationId == Bench.Warehouse).ExecuteUpdateAsync(x => x.SetProperty(b => b.Safety, 3));

            Assert.Equal(5, book.At(sku, Bench.Warehouse).Free); // what was read is old
            Assert.False(await book.SetAside(sku, Bench.Warehouse, 3));
            Assert.True(await book.SetAside(sku, Bench.Warehouse, 2));
            await Assert.ThrowsAsync<InvalidOperationException>(() => book.GiveBack(sku, Bench.Warehouse, 3));
            return 0;
        });
    }

    [Fact]
    public async Task Only_the_counter_takes_what_is_promised_or_not_there()
    {
        var sku = await bench.Goods(showroom: 5);
        await bench.Reserve(sku, 3);
        await bench.Look(async db =>
        {
            await using var work = await db.BeginAsync();
            var book = await StockBook.Open(db, [sku], CancellationToken.None);
            var issue = StockMovement.Issue(Guid.CreateVersion7(), sku, Bench.Showroom, book.Places.Customer, 3, bench.Now);
            Assert.Equal("stock.short", (await Assert.ThrowsAsync<RuleBroken>(() => book.Post(issue))).Code);
            await book.Post(StockMovement.CounterSale(Guid.CreateVersion7(), 1, sku, Bench.Showroom, book.Places.Customer, 6, bench.Now, "x"));
            Assert.Equal(-1, book.At(sku, Bench.Showroom).OnHand);
            return 0;
        });
    }

    [Fact]
    public async Task Each_change_of_a_sku_has_a_higher_version_than_the_one_before()
    {
        var sku = await bench.Goods(warehouse: 5, showroom: 5);
        await bench.Reserve(sku, 1);
        await bench.Sell(sku, 1);
        var told = await bench.Sent<ShowAvailability>();

        Assert.Equal([5, 10, 9, 8], told.Select(x => x.Available));
        Assert.Equal(told.Select(x => x.Version).Distinct().Order(), told.Select(x => x.Version));
    }

    [Fact]
    public async Task A_place_below_zero_does_not_eat_what_another_place_has()
    {
        var sku = await bench.Goods(warehouse: 5);
        await bench.Sell(sku, 3); // the showroom owes three
        Assert.Equal(5, await bench.Shown(sku));
    }
}
