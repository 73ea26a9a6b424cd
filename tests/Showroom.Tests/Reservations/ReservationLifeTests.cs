using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Reservations;
using ZhongFu.Showroom.Reservations.ExpireReservations;

namespace ZhongFu.Showroom.Tests.Reservations;

public sealed class ReservationLifeTests : IAsyncLifetime
{
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_captured_reservation_expires_no_more()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await bench.Capture(id, sku, 2);
        await Expire(TimeSpan.FromHours(5));

        Assert.Equal(id, Assert.Single(await bench.Sent<StockCaptured>()).ReservationId);
        Assert.Equal(ReservationState.Captured, await State(id));
    }

    [Fact]
    public async Task An_unpaid_reservation_goes_back_on_sale_two_minutes_after_its_time()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await Expire(TimeSpan.FromMinutes(31));
        Assert.Equal(ReservationState.Held, await State(id));

        await Expire(TimeSpan.FromMinutes(1.5));
        Assert.Equal(ReservationState.Expired, await State(id));
        Assert.Equal(5, await bench.Shown(sku));
        Assert.Equal(new StockReleased(id, "expired"), Assert.Single(await bench.Sent<StockReleased>()));
    }

    [Fact]
    public async Task Late_money_takes_the_goods_again_if_there_are_any()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await Expire(TimeSpan.FromHours(1));
        await bench.Capture(id, sku, 2);

        Assert.Single(await bench.Sent<StockCaptured>());
        Assert.Equal(2, (await bench.Balance(sku, Bench.Warehouse)).Reserved);
        Assert.Equal(3, await bench.Shown(sku));
    }

    [Fact]
    public async Task Late_money_is_refused_when_the_goods_are_gone_and_a_repeat_is_refused_too()
    {
        var sku = await bench.Goods(warehouse: 2);
        var id = await bench.Reserve(sku, 2);
        await Expire(TimeSpan.FromHours(1));
        await bench.Reserve(sku, 1);
        await bench.Capture(id, sku, 2);
        await bench.Receive(sku, Bench.Warehouse, 10);
        await bench.Capture(id, sku, 2);

        var refused = await bench.Sent<StockCaptureRefused>();
        Assert.Equal(2, refused.Count);
        Assert.Equal(new StockShortage(sku, 2, 1), Assert.Single(refused[0].Shortages));
        Assert.Empty(await bench.Sent<StockCaptured>());
    }

    [Fact]
    public async Task Late_money_after_the_asker_released_it_as_expired_takes_the_goods_again()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await bench.Release(id, "expired");
        await bench.Capture(id, sku, 2);

        Assert.Single(await bench.Sent<StockCaptured>());
        Assert.Equal(2, (await bench.Balance(sku, Bench.Warehouse)).Reserved);
    }

    [Theory, InlineData("cancelled"), InlineData("refunded")]
    public async Task A_capture_that_overtakes_a_cancelling_release_sets_nothing_aside(string reason)
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await bench.Release(id, reason);
        await bench.Capture(id, sku, 2);

        Assert.Single(await bench.Sent<StockCaptureRefused>());
        Assert.Equal(5, await bench.Shown(sku));
    }

    [Fact]
    public async Task Released_twice_goods_come_back_once()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await bench.Capture(id, sku, 2);
        await bench.Release(id, "refunded");
        await bench.Release(id, "refunded");

        Assert.Equal(2, (await bench.Sent<StockReleased>()).Count);
        Assert.Equal(0, (await bench.Balance(sku, Bench.Warehouse)).Reserved);
        Assert.Equal(5, await bench.Shown(sku));
    }

    [Fact]
    public async Task Issued_goods_leave_for_the_customer_once_and_count_as_sold()
    {
        var sku = await bench.Goods(warehouse: 5, showroom: 5);
        var id = await bench.Reserve(sku, 7);
        await bench.Capture(id, sku, 7);
        await bench.Issue(id);
        await bench.Issue(id);

        Assert.Equal(2, (await bench.Sent<StockIssued>()).Count);
        Assert.Equal(new CountSold(sku, 7), Assert.Single(await bench.Sent<CountSold>()));
        Assert.Equal(3, await bench.Look(db => db.Balances.Where(x => x.SkuId == sku && (x.LocationId == Bench.Warehouse || x.LocationId == Bench.Showroom)).SumAsync(x => x.OnHand)));
        Assert.Equal(3, await bench.Shown(sku));
    }

    [Fact]
    public async Task What_was_issued_is_not_released()
    {
        var sku = await bench.Goods(warehouse: 5);
        var id = await bench.Reserve(sku, 2);
        await bench.Issue(id);
        await bench.Release(id, "refunded");

        Assert.Empty(await bench.Sent<StockReleased>());
        Assert.Equal(ReservationState.Issued, await State(id));
        Assert.Equal(3, await bench.Shown(sku));
    }

    [Fact]
    public async Task Nothing_can_be_issued_under_an_unknown_or_released_id()
    {
        var sku = await bench.Goods(warehouse: 5);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Issue(Guid.CreateVersion7()));
        var id = await bench.Reserve(sku, 2);
        await bench.Release(id);
        await Assert.ThrowsAsync<Platform.Domain.RuleBroken>(() => bench.Issue(id));
        Assert.Equal(5, (await bench.Balance(sku, Bench.Warehouse)).OnHand);
    }

    private async Task Expire(TimeSpan after)
    {
        bench.Clock.Advance(after);
        await using var scope = bench.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ExpireReservationsJob>(scope.ServiceProvider, NullLogger<ExpireReservationsJob>.Instance).Run(CancellationToken.None);
    }

    private Task<ReservationState> State(Guid id) => bench.Look(db => db.Reservations.Where(x => x.Id == id).Select(x => x.State).FirstAsync());
}
