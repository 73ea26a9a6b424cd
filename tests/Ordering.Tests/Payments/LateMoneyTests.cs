using System.Net;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>Money that comes when the order no longer waits for it.</summary>
public sealed class LateMoneyTests(CashDesk desk) : IClassFixture<CashDesk>
{
    [Fact]
    public async Task Money_after_expiry_takes_the_stock_again_when_there_is_any()
    {
        var attempt = await Expired(await desk.Order());
        await Confirmed(attempt);
        await Eventually.Passes(async () => Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order)));
        Assert.Empty(await desk.RefundsOf(attempt.Order));
        Assert.Equal(0, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
    }

    [Fact]
    public async Task Money_after_expiry_goes_back_when_the_goods_are_gone()
    {
        var goods = desk.Take();
        var attempt = await Expired(await desk.Order(goods, (int)goods.Available));
        await Eventually.Passes(async () => Assert.Equal(201, (int)(await Market.Order(await desk.Person("citizen2"), (goods.SkuId, (int)goods.Available))).StatusCode));
        await Confirmed(attempt);
        await desk.Soon(async () => Assert.Single(await desk.RefundsOf(attempt.Order)));
        await desk.Soon(() => desk.WentBack(attempt));
        Assert.Equal(OrderState.Cancelled, await desk.StateOf(attempt.Order));
    }

    [Fact]
    public async Task Money_for_an_order_its_buyer_cancelled_goes_back()
    {
        var attempt = await desk.AtTheCashier();
        Assert.Equal(HttpStatusCode.OK, (await desk.Cancel(attempt.Order)).StatusCode);
        await desk.Stripe.Webhooks.Send("checkout.session.completed", desk.Stripe.Books.Pay(attempt.SessionId));
        await desk.Soon(() => desk.WentBack(attempt));
        Assert.Equal(OrderState.Cancelled, await desk.StateOf(attempt.Order));
    }

    [Fact]
    public async Task A_second_success_for_one_order_goes_back_by_itself()
    {
        var first = await desk.AtTheCashier();
        // The wallet said no, so the buyer began again; then the first money moved after all.
        await desk.Stripe.Webhooks.Send("checkout.session.async_payment_failed", desk.Stripe.Books.Submit(first.SessionId));
        var second = await desk.Paid(first.Order);
        await desk.Stripe.Webhooks.Send("checkout.session.async_payment_succeeded", desk.Stripe.Books.Confirm(first.SessionId));

        await desk.Soon(() => desk.WentBack(first));
        Assert.Equal(OrderState.Paid, await desk.StateOf(first.Order));
        Assert.Equal(0, desk.Stripe.Books.RefundedFen(desk.IntentOf(second)));
        Assert.Equal(("paid-twice", 0L), (Assert.Single(await desk.RefundsOf(first.Order)).Reason, (await desk.PaymentOf(second)).RefundedFen));
    }

    [Fact]
    public async Task Money_that_comes_late_twice_is_kept_once()
    {
        var first = await desk.AtTheCashier();
        await desk.Stripe.Webhooks.Send("checkout.session.async_payment_failed", desk.Stripe.Books.Submit(first.SessionId));
        var second = await Expired(first.Order);
        await Confirmed(second);
        await Confirmed(first);
        await Eventually.Passes(async () => Assert.Equal(OrderState.Paid, await desk.StateOf(first.Order)));
        await desk.Soon(() => desk.WentBack(first));
        Assert.Equal(0, desk.Stripe.Books.RefundedFen(desk.IntentOf(second)));
    }

    [Fact]
    public async Task An_order_that_ends_closes_its_session_so_that_nobody_pays_for_nothing()
    {
        var attempt = await desk.AtTheCashier();
        await desk.Cancel(attempt.Order);
        await desk.Soon(() =>
        {
            Assert.Equal("expired", (string)desk.Stripe.Books.Session(attempt.SessionId)["status"]!);
            return Task.CompletedTask;
        });
        await desk.Soon(async () => Assert.Equal((PaymentState.Superseded, null), ((await desk.PaymentOf(attempt)).State, (await desk.PaymentOf(attempt)).AskAt)));
    }

    [Fact]
    public async Task Whoever_pays_between_the_cancellation_and_the_closing_gets_the_money_back_without_any_event()
    {
        var attempt = await desk.AtTheCashier();
        desk.Stripe.Books.Pay(attempt.SessionId);
        await desk.Cancel(attempt.Order);
        await desk.Soon(() => desk.WentBack(attempt));
    }

    /// <summary>The buyer pressed the button, the wallet took its time, and the order's 30 minutes ran out.</summary>
    private async Task<Attempt> Expired(Bought order)
    {
        var attempt = await desk.AtTheCashier(order);
        desk.Stripe.Books.Submit(attempt.SessionId);
        desk.Pass(TimeSpan.FromMinutes(31));
        await desk.Soon(async () => Assert.Equal(OrderState.Cancelled, await desk.StateOf(order)));
        return attempt;
    }

    private Task Confirmed(Attempt attempt) => desk.Stripe.Webhooks.Send("checkout.session.async_payment_succeeded", desk.Stripe.Books.Confirm(attempt.SessionId));
}
