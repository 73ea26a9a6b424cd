using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.StripeDouble;

namespace ZhongFu.Ordering.Tests.Payments;

public sealed class ReconcilePaymentsTests(CashDesk desk) : IClassFixture<CashDesk>
{
    [Fact]
    public async Task Money_whose_event_never_comes_is_found_by_asking_a_minute_later()
    {
        var attempt = await desk.AtTheCashier();
        desk.Stripe.Books.Pay(attempt.SessionId);
        desk.Pass(TimeSpan.FromMinutes(1.5));
        await desk.Soon(async () => Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order)));
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Send("checkout.session.completed", desk.Stripe.Books.Session(attempt.SessionId)));
        Assert.Empty(await desk.RefundsOf(attempt.Order));
    }

    [Theory, InlineData(-1, true), InlineData(+700, true), InlineData(-1, false), InlineData(+700, false)]
    public async Task Another_sum_than_the_orders_goes_back_whole_once_and_the_order_can_be_paid_again(int more, bool eventComes)
    {
        var attempt = await desk.AtTheCashier();
        var moved = attempt.Order.TotalFen + more;
        var session = desk.Stripe.Books.PayAnother(attempt.SessionId, moved);
        if (eventComes)
        {
            await desk.Stripe.Webhooks.Send("checkout.session.completed", session);
            Assert.Equal(PaymentState.Open, (await desk.PaymentOf(attempt)).State); // an event alone moves nothing
        }
        desk.Pass(TimeSpan.FromMinutes(1.5));
        await desk.Soon(async () => Assert.Equal((RefundState.Succeeded, moved), (await desk.RefundsOf(attempt.Order)).Select(x => (x.State, x.AmountFen)).SingleOrDefault()));
        Assert.Equal(moved, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        Assert.Equal("amount-differs", (await desk.PaymentOf(attempt)).Problem);
        Assert.Equal(OrderState.Reserved, await desk.StateOf(attempt.Order));
        await desk.Stripe.Webhooks.Send("checkout.session.completed", session);
        await desk.Paid(attempt.Order);
        Assert.Single(await desk.RefundsOf(attempt.Order));
    }

    [Fact]
    public async Task A_session_whose_answer_was_lost_is_found_under_the_same_key_and_nobody_is_charged_twice()
    {
        var order = await desk.Order();
        desk.Stripe.FailNext("POST /v1/checkout/sessions", Failure.AnswerTooLate, Failure.AnswerTooLate);
        await (await desk.AskToPay(order)).Problem(409, "payment.cashier-away");
        var paymentId = await desk.Look(db => db.Payments.Where(x => x.OrderId == order.Id).Select(x => x.Id).SingleAsync());
        var attempt = new Attempt(order, paymentId, (string)desk.Stripe.Books.SessionOf(paymentId)["id"]!);
        Assert.Equal(PaymentState.Created, (await desk.PaymentOf(attempt)).State);

        desk.Stripe.Books.Pay(attempt.SessionId); // the money moves although we do not even know the session
        desk.Pass(TimeSpan.FromMinutes(1.5));
        await desk.Soon(async () => Assert.Equal(OrderState.Paid, await desk.StateOf(order)));
        Assert.Equal(attempt.SessionId, (await desk.PaymentOf(attempt)).SessionId);
        Assert.Single(desk.Stripe.Books.SessionIds, id => (string?)desk.Stripe.Books.Session(id)["client_reference_id"] == order.Id.ToString());
        await (await desk.AskToPay(order)).Problem(409, "payment.order-not-payable");
    }

    [Fact]
    public async Task An_event_that_is_faster_than_the_answer_pays_the_order()
    {
        var order = await desk.Order();
        desk.Stripe.FailNext("POST /v1/checkout/sessions", Failure.AnswerLost, Failure.AnswerLost);
        await (await desk.AskToPay(order)).Problem(409, "payment.cashier-away");
        var paymentId = await desk.Look(db => db.Payments.Where(x => x.OrderId == order.Id).Select(x => x.Id).SingleAsync());
        await desk.Stripe.Webhooks.Send("checkout.session.completed", desk.Stripe.Books.Pay((string)desk.Stripe.Books.SessionOf(paymentId)["id"]!));
        Assert.Equal(OrderState.Paid, await desk.StateOf(order));
    }

    [Fact]
    public async Task A_session_that_expired_unseen_is_closed_in_our_books()
    {
        var attempt = await desk.AtTheCashier();
        desk.Stripe.Books.Expire(attempt.SessionId);
        desk.Pass(TimeSpan.FromMinutes(1.5));
        await desk.Soon(async () => Assert.Equal((PaymentState.Expired, null), ((await desk.PaymentOf(attempt)).State, (await desk.PaymentOf(attempt)).AskAt)));
        await desk.Paid(attempt.Order);
    }

    [Fact]
    public async Task While_Stripe_is_away_payments_wait_and_are_found_when_it_is_back()
    {
        var attempt = await desk.AtTheCashier();
        desk.Stripe.FailNext("GET /v1/checkout/sessions", [.. Enumerable.Repeat(Failure.ServerError, 4)]);
        desk.Stripe.Books.Pay(attempt.SessionId);
        desk.Pass(TimeSpan.FromMinutes(1.5));
        await desk.Soon(async () => Assert.True((await desk.PaymentOf(attempt)).Asked > 0));
        desk.Stripe.ForgetFailures();
        desk.Pass(TimeSpan.FromMinutes(10));
        await desk.Soon(async () => Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order)));
    }

    [Fact]
    public async Task A_buyer_who_comes_back_faster_than_the_event_sees_the_order_paid()
    {
        var attempt = await desk.AtTheCashier();
        desk.Stripe.Books.Pay(attempt.SessionId);
        var page = await (await desk.Person("citizen")).GetAsync($"/pay/{attempt.Order.Number}/result");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order));
        Assert.Contains("支付成功", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
