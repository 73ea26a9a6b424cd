using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;

namespace ZhongFu.Ordering.Tests.Payments;

public sealed class ReceiveStripeEventTests(CashDesk desk) : IClassFixture<CashDesk>
{
    private const string Completed = "checkout.session.completed";

    [Fact]
    public async Task A_signed_event_of_money_pays_the_order_and_is_logged_once_however_often_it_comes()
    {
        var attempt = await desk.AtTheCashier();
        var happened = desk.Event(Completed, desk.Stripe.Books.Pay(attempt.SessionId));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Stripe.Webhooks.Post(happened)));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order));
        Assert.Equal("settled", await LogOf(happened));
        Assert.Empty(await desk.RefundsOf(attempt.Order));
    }

    [Theory]
    [InlineData("another secret")]
    [InlineData("too old")]
    [InlineData("from the future")]
    [InlineData("changed on the way")]
    [InlineData("without a signature")]
    [InlineData("no event")]
    public async Task What_is_not_signed_by_Stripe_just_now_is_refused_and_changes_nothing(string how)
    {
        var attempt = await desk.AtTheCashier();
        var happened = desk.Event(Completed, desk.Stripe.Books.Pay(attempt.SessionId));
        var hooks = desk.Stripe.Webhooks;
        var status = how switch
        {
            "another secret" => await hooks.Post(happened, secret: "whsec_of_somebody_else"),
            "too old" => await hooks.Post(happened, age: TimeSpan.FromSeconds(301)),
            "from the future" => await hooks.Post(happened, age: TimeSpan.FromHours(-1)),
            "changed on the way" => await hooks.Post(happened, tamper: body => body.Replace("unpaid", "paid", StringComparison.Ordinal) + " "),
            "without a signature" => (await desk.Host.Anonymous().PostAsync("/api/ordering/payments/stripe/webhook", new StringContent(happened.ToJsonString(), Encoding.UTF8, "application/json"))).StatusCode,
            _ => await hooks.Post(new JsonObject { ["surprise"] = true }),
        };
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(OrderState.Reserved, await desk.StateOf(attempt.Order));
        Assert.Null(await LogOf(happened));
    }

    [Fact]
    public async Task An_event_just_within_the_tolerance_counts()
    {
        var attempt = await desk.AtTheCashier();
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(desk.Event(Completed, desk.Stripe.Books.Pay(attempt.SessionId)), age: TimeSpan.FromSeconds(299)));
        Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order));
    }

    [Theory]
    [InlineData("amount_total", "1", "amount-differs", true)]
    [InlineData("currency", "\"usd\"", "currency-differs", true)]
    [InlineData("id", "\"cs_test_other\"", "session-differs", true)]
    [InlineData("payment_intent", "null", "reference-missing", true)]
    [InlineData("metadata.order", "\"0199d1f0-0000-7000-8000-000000000001\"", "order-differs", true)]
    [InlineData("metadata.payment", "\"0199d1f0-0000-7000-8000-000000000002\"", "not-ours", false)]
    [InlineData("metadata", "{}", "not-ours", false)]
    public async Task Money_that_does_not_fit_the_attempt_pays_nothing_is_logged_and_shown_to_operators(string field, string value, string outcome, bool isShown)
    {
        var attempt = await desk.AtTheCashier();
        var session = desk.Stripe.Books.Pay(attempt.SessionId);
        var path = field.Split('.');
        (path.Length == 1 ? session : session[path[0]]!)[path[^1]] = JsonNode.Parse(value);
        var happened = desk.Event(Completed, session);
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(happened));

        Assert.Equal(OrderState.Reserved, await desk.StateOf(attempt.Order));
        Assert.Equal(outcome, await LogOf(happened));
        var overview = await (await (await desk.Person("operator")).GetAsync("/api/ordering/payments")).Json(200);
        Assert.Equal(isShown, overview.GetProperty("problems").EnumerateArray().Any(x => x.Text("orderNumber") == attempt.Order.Number && x.Text("problem") == outcome));
    }

    [Theory]
    [InlineData("customer.created")]
    [InlineData("checkout.session.something_new")]
    [InlineData("payment_intent.succeeded")]
    public async Task An_event_of_an_unknown_type_is_accepted_without_effect(string type)
    {
        var attempt = await desk.AtTheCashier();
        var session = desk.Stripe.Books.Pay(attempt.SessionId);
        var happened = desk.Event(type, type.StartsWith("checkout", StringComparison.Ordinal) ? session : new JsonObject { ["id"] = "cus_1", ["object"] = "customer" });
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(happened));
        Assert.Equal(("ignored", OrderState.Reserved), (await LogOf(happened), await desk.StateOf(attempt.Order)));
    }

    [Fact]
    public async Task A_wallet_that_confirms_later_pays_then_and_not_before()
    {
        var attempt = await desk.AtTheCashier();
        await desk.Stripe.Webhooks.Send(Completed, desk.Stripe.Books.Submit(attempt.SessionId));
        Assert.Equal(OrderState.Reserved, await desk.StateOf(attempt.Order));
        await desk.Stripe.Webhooks.Send("checkout.session.async_payment_succeeded", desk.Stripe.Books.Confirm(attempt.SessionId));
        Assert.Equal(OrderState.Paid, await desk.StateOf(attempt.Order));
    }

    [Fact]
    public async Task A_wallet_that_says_no_leaves_the_order_to_be_paid_by_another_attempt()
    {
        var attempt = await desk.AtTheCashier();
        await desk.Stripe.Webhooks.Send("checkout.session.async_payment_failed", desk.Stripe.Books.Submit(attempt.SessionId));
        Assert.Equal(PaymentState.Failed, (await desk.PaymentOf(attempt)).State);
        var second = await desk.Paid(attempt.Order);
        Assert.NotEqual(attempt.PaymentId, second.PaymentId);
    }

    [Theory]
    [InlineData("checkout.session.expired")]
    [InlineData("checkout.session.async_payment_failed")]
    public async Task Events_in_the_wrong_order_do_not_undo_the_money(string late)
    {
        var attempt = await desk.AtTheCashier();
        var before = desk.Event(late, desk.Stripe.Books.Session(attempt.SessionId));
        await desk.Stripe.Webhooks.Send(Completed, desk.Stripe.Books.Pay(attempt.SessionId));
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(before));
        Assert.Equal((PaymentState.Succeeded, OrderState.Paid), ((await desk.PaymentOf(attempt)).State, await desk.StateOf(attempt.Order)));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var answer = await desk.Host.Anonymous().PostAsync("/api/ordering/payments/stripe/webhook", new StringContent(new string('x', 300_000), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private Task<string?> LogOf(JsonObject happened)
    {
        var id = (string)happened["id"]!;
        return desk.Look(db => db.ReceivedEvents.Where(x => x.Id == id).Select(x => x.Outcome).SingleOrDefaultAsync());
    }
}
