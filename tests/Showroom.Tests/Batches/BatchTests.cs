using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Receiving.ReceiveGoods;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Tests.Batches;

public sealed class BatchTests : IAsyncLifetime
{
    private Bench bench = null!;
    private Guid sku;
    private DateOnly today;

    public async Task InitializeAsync()
    {
        bench = await Bench.Start();
        (sku, today) = (await bench.Goods(), bench.Clock.Today());
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public void What_expires_first_goes_first_then_the_oldest_then_goods_without_a_batch_then_what_may_not_be_sold()
    {
        var day = new DateOnly(2026, 11, 23);
        var parts = FirstExpiredFirstOut.Take(
        [
            (Batch.None, 4, null), ("LATE", 1, Known("LATE", day.AddDays(9), 1)), ("OVER", 1, Known("OVER", day.AddDays(-1), 1)),
            ("KEEPS-NEW", 1, Known("KEEPS-NEW", null, 5)), ("KEEPS-OLD", 1, Known("KEEPS-OLD", null, 2)), ("TODAY", 1, Known("TODAY", day, 9)), ("GONE", 0, Known("GONE", day, 1)),
        ], 12, day);

        Assert.Equal([("TODAY", 1L), ("LATE", 1), ("KEEPS-OLD", 1), ("KEEPS-NEW", 1), (Batch.None, 7), ("OVER", 1)], parts);
    }

    [Fact]
    public async Task A_sale_takes_the_batch_that_expires_first_and_splits_over_the_next()
    {
        await Receive("LATE", 5, today.AddDays(20));
        await Receive("SOON", 3, today.AddDays(2));
        await bench.Sell(sku, 4);

        Assert.Equal([("LATE", 4L), ("SOON", 0)], await Standing());
        var sold = await bench.Look(db => db.Movements.Where(x => x.SkuId == sku && x.Cause == MovementCause.CounterSale).OrderBy(x => x.Key).ToListAsync());
        Assert.Equal([("SOON", 3L), ("LATE", 1)], sold.Select(x => (x.Batch, x.Quantity)));
        Assert.Equal(sold[0].Key + ":LATE", sold[1].Key);
    }

    [Fact]
    public async Task What_was_sold_before_it_was_booked_in_is_made_up_for_by_the_batch_that_comes()
    {
        await bench.Sell(sku, 3);
        Assert.Equal([(Batch.None, -3L)], await Standing());
        await Receive("B1", 2);
        await Receive("B2", 5);

        Assert.Equal([(Batch.None, 0L), ("B1", 0), ("B2", 4)], await Standing());
        Assert.Equal(4, await bench.Shown(sku));
    }

    [Fact]
    public async Task Orders_are_handed_out_of_batches_too()
    {
        await Receive("B1", 2, today.AddDays(5));
        await Receive("B2", 5, today.AddDays(6));
        await bench.Issue(await bench.Reserve(sku, 3));
        Assert.Equal([("B1", 0L), ("B2", 4)], await Standing());
    }

    [Fact]
    public async Task Goods_can_be_sold_until_their_expiry_day_ends_in_China_and_not_a_second_longer()
    {
        await Receive("B1", 5, today); // 17:00 in China
        bench.Clock.Advance(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(1));
        await bench.Reserve(sku, 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await bench.Reserve(sku, 1);

        Assert.Equal(ReservationState.Refused, await bench.Look(db => db.Reservations.Where(x => x.Id == late).Select(x => x.State).FirstAsync()));
    }

    [Fact]
    public async Task Goods_with_an_expiry_day_and_no_code_are_a_batch_by_that_day()
    {
        await bench.Send(new ReceiveGoodsCommand(Bench.Showroom, [new ReceivedLine(sku, 2, null, new DateOnly(2026, 12, 5)), new ReceivedLine(sku, 1, "", new DateOnly(2026, 12, 5))]));
        Assert.Equal([("EXP20261205", 3L)], await Standing());
    }

    [Fact]
    public async Task A_batch_has_one_expiry_day_and_expired_goods_are_not_taken_in()
    {
        await Receive("B1", 1);
        await Receive("B1", 1, today.AddDays(3)); // not known before
        Assert.Equal("batch.expiry-differs", (await Assert.ThrowsAsync<RuleBroken>(() => Receive("B1", 1, today.AddDays(4)))).Code);
        Assert.Equal("Lines[0].ExpiresOn", (await Assert.ThrowsAsync<ValidationException>(() => Receive("B2", 1, today.AddDays(-1)))).Errors.Single().PropertyName);
        Assert.Equal([("B1", 2L)], await Standing());
    }

    private static Batch Known(string code, DateOnly? expiresOn, int minute) => Batch.Of(Guid.Empty, code, expiresOn, new DateTime(2026, 11, 1, 8, minute, 0, DateTimeKind.Utc));

    private Task Receive(string batch, long quantity, DateOnly? expiresOn = null) => bench.Send(new ReceiveGoodsCommand(Bench.Showroom, [new ReceivedLine(sku, quantity, batch, expiresOn)]));

    private async Task<IEnumerable<(string, long)>> Standing() =>
        (await bench.Look(db => db.BatchBalances.Where(x => x.SkuId == sku && x.LocationId == Bench.Showroom).OrderBy(x => x.Batch).ToListAsync())).Select(x => (x.Batch, x.OnHand));
}
