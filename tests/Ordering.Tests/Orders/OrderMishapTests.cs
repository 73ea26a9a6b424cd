using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

public sealed class OrderMishapTests
{
    private static readonly DateTime Now = Sample.Noon;

    [Fact]
    public void Money_after_expiry_asks_for_the_stock_once_and_revives_the_order_when_there_is_any()
    {
        var order = Expired();
        order.TakeLateMoney();
        Assert.Single(order.TakeFacts().OfType<CaptureStock>());
        Assert.Throws<RuleBroken>(order.TakeLateMoney);

        order.StockCaptured(Now.AddHours(1));
        Assert.Equal((OrderState.Paid, null), (order.State, order.CancelReason));
        var raised = order.TakeFacts();
        Assert.Single(raised.OfType<OrderPaid>());
        Assert.Empty(raised.OfType<RefundOrder>());
    }

    [Fact]
    public void Money_after_expiry_goes_back_when_the_goods_are_gone()
    {
        var order = Expired();
        order.TakeLateMoney();
        order.TakeFacts();
        order.StockLost(Now);
        Assert.Equal(order.TotalFen, Assert.Single(order.TakeFacts().OfType<RefundOrder>()).AmountFen);
        Assert.Equal(OrderState.Cancelled, order.State);

        order.StockLost(Now); // the answer comes twice
        order.StockCaptured(Now); // and a contradicting one late
        Assert.Empty(order.TakeFacts());
        Assert.Equal(OrderState.Cancelled, order.State);
    }

    [Fact]
    public void An_order_cancelled_by_its_buyer_takes_no_late_money() => Assert.False(Sample.At(OrderState.Cancelled).CanTakeLateMoney);

    [Fact]
    public void A_refused_order_remembers_what_was_missing()
    {
        var (orange, tea) = (Sample.Offer(), Sample.Offer());
        var order = Sample.Placed((orange, 3), (tea, 1), (orange, 2));
        order.RefuseForStock([new StockShortage(orange.SkuId, 5, 1)], Now);
        Assert.Equal((OrderState.Cancelled, "no-stock"), (order.State, order.CancelReason));
        Assert.Equal([3, 0, 1], order.Lines.Select(x => x.MissingQuantity));
    }

    [Fact]
    public void An_unpaid_order_that_falls_short_is_cancelled_with_the_cause()
    {
        var order = Sample.At(OrderState.Reserved);
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        Assert.Equal((OrderState.Cancelled, "shortage", "counter-sale"), (order.State, order.CancelReason, order.ShortageCause));
        Assert.Single(order.TakeFacts().OfType<ReleaseStock>());
    }

    [Fact]
    public void A_paid_order_that_falls_short_waits_for_its_buyer_and_cannot_leave()
    {
        var order = Sample.At(OrderState.Paid);
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        Assert.Equal((OrderState.Paid, Now), (order.State, order.ShortageSince));
        Assert.Equal("order.short", Assert.Throws<RuleBroken>(() => order.Pack(Now)).Code);

        var packed = Sample.At(OrderState.Packed);
        packed.FallShort(packed.Lines[0].SkuId, 1, "counter-sale", Now);
        Assert.Equal("order.short", Assert.Throws<RuleBroken>(() => packed.Ship("顺丰", "SF1234567890", Now)).Code);
    }

    [Fact]
    public void Missing_pieces_are_refunded_to_the_fen_and_the_rest_goes_out()
    {
        var order = Sample.At(OrderState.Paid, (Sample.Offer(priceFen: 333), 3));
        order.FallShort(order.Lines[0].SkuId, 2, "counter-sale", Now);
        order.RefundShortage(Now);
        Assert.Equal(666, Assert.Single(order.TakeFacts().OfType<RefundOrder>()).AmountFen);
        order.Pack(Now);
        Assert.Equal(OrderState.Packed, order.State);
    }

    [Fact]
    public void Falling_short_in_steps_refunds_exactly_what_was_paid_and_never_more()
    {
        var order = Sample.At(OrderState.Paid, (Sample.Offer(priceFen: 333), 3));
        var back = 0L;
        for (var step = 0; step < 3; step++)
        {
            order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
            order.RefundShortage(Now);
            back += order.TakeFacts().OfType<RefundOrder>().Sum(x => x.AmountFen);
        }
        Assert.Equal(order.TotalFen, back); // freight too, for nothing is left to send
        Assert.Equal((OrderState.Cancelled, "shortage"), (order.State, order.CancelReason));
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        Assert.Throws<RuleBroken>(() => order.RefundShortage(Now));
    }

    [Fact]
    public void Who_waits_gets_the_missing_pieces_when_they_are_found_and_the_order_goes_out_whole()
    {
        var order = Sample.At(OrderState.Paid);
        order.FallShort(order.Lines[0].SkuId, 2, "counter-sale", Now);
        order.TakeFacts();
        order.WaitForGoods(Now);
        var asked = Assert.Single(order.TakeFacts().OfType<ReserveStock>());
        Assert.Equal([new StockLine(order.Lines[0].SkuId, 2)], asked.Lines);
        Assert.Equal(Now.AddDays(3), order.ShortageRefundAt);

        order.TopUpRefused(asked.ReservationId);
        order.AskAgain();
        var again = Assert.Single(order.TakeFacts().OfType<ReserveStock>());
        Assert.NotEqual(asked.ReservationId, again.ReservationId);
        order.AskAgain(); // while one is under way
        order.TopUpHeld(asked.ReservationId); // a late answer to the first
        Assert.Empty(order.TakeFacts());

        order.TopUpHeld(again.ReservationId);
        Assert.Equal([new StockLine(order.Lines[0].SkuId, 2)], Assert.Single(order.TakeFacts().OfType<CaptureStock>()).Lines);
        Assert.Equal((null, 0, false), (order.ShortageSince, order.Lines[0].MissingQuantity, order.WaitsForGoods));
        order.Pack(Now);
        order.Ship("顺丰", "SF1234567890", Now);
        Assert.Equal([order.Id, again.ReservationId], order.TakeFacts().OfType<IssueStock>().Select(x => x.ReservationId));
    }

    [Fact]
    public void What_was_found_again_goes_back_when_the_order_is_cancelled()
    {
        var order = Sample.At(OrderState.Paid);
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        order.WaitForGoods(Now);
        var topUp = order.TopUps[0].Id;
        order.TopUpHeld(topUp);
        order.TakeFacts();
        order.CancelByBuyer(Now);
        var raised = order.TakeFacts();
        Assert.Equal([order.Id, topUp], raised.OfType<ReleaseStock>().Select(x => x.ReservationId));
        Assert.Equal(order.TotalFen, Assert.Single(raised.OfType<RefundOrder>()).AmountFen);
    }

    [Fact]
    public void Who_waited_and_takes_the_money_after_all_is_refunded_for_what_is_still_missing()
    {
        var order = Sample.At(OrderState.Paid, (Sample.Offer(priceFen: 333), 5));
        order.FallShort(order.Lines[0].SkuId, 2, "counter-sale", Now);
        order.WaitForGoods(Now);
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        order.TopUpHeld(order.TopUps[0].Id);
        Assert.NotNull(order.ShortageSince); // one piece is missing still
        order.AskAgain();
        order.TakeFacts();
        order.RefundShortage(Now);
        var raised = order.TakeFacts();
        Assert.Equal(333, Assert.Single(raised.OfType<RefundOrder>()).AmountFen);
        Assert.Equal([order.TopUps[1].Id], raised.OfType<ReleaseStock>().Select(x => x.ReservationId));
        order.TopUpHeld(order.TopUps[1].Id); // too late
        Assert.Equal(1, order.Lines[0].MissingQuantity);
    }

    [Fact]
    public void Cancelling_a_short_order_refunds_it_once()
    {
        var order = Sample.At(OrderState.Paid);
        order.FallShort(order.Lines[0].SkuId, 1, "counter-sale", Now);
        order.CancelByBuyer(Now);
        Assert.Equal(order.TotalFen, order.TakeFacts().OfType<RefundOrder>().Sum(x => x.AmountFen));
        Assert.Throws<RuleBroken>(() => order.RefundShortage(Now));
    }

    private static Order Expired()
    {
        var order = Sample.At(OrderState.Reserved);
        order.Expire(order.PayBy);
        order.TakeFacts();
        return order;
    }
}
