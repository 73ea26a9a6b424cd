using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Payments;
using ZhongFu.StripeDouble;

namespace ZhongFu.Ordering.Tests.Payments;

public sealed class StartPaymentTests(CashDesk desk) : IClassFixture<CashDesk>
{
    [Fact]
    public async Task Paying_leads_to_a_session_at_Stripe_that_asks_for_the_orders_amount()
    {
        var order = await desk.Order(quantity: 2);
        var opened = await (await desk.AskToPay(order)).Json(201);
        Assert.Equal("Stripe", opened.Text("provider"));

        var session = desk.Stripe.Books.SessionOf(opened.GetProperty("id").GetGuid());
        Assert.Equal((string)session["url"]!, opened.Text("cashierUrl"));
        Assert.Equal((order.TotalFen, "cny", order.Id.ToString()), ((long)session["amount_total"]!, (string)session["currency"]!, (string)session["metadata"]!["order"]!));
        Assert.EndsWith($"/pay/{order.Number}/result", (string)session["success_url"]!, StringComparison.Ordinal);
        Assert.EndsWith($"/pay/{order.Number}", (string)session["cancel_url"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_fifty_times_at_once_is_one_attempt_and_one_session()
    {
        var order = await desk.Order();
        await desk.Person(order.Buyer);
        var (key, before) = (Guid.NewGuid().ToString(), desk.Stripe.Books.SessionIds.Count);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await (await desk.AskToPay(order, key)).Json(201)));
        Assert.Single(answers.Select(x => x.GetRawText()).Distinct());
        Assert.Equal(before + 1, desk.Stripe.Books.SessionIds.Count);
        Assert.Equal(1, await desk.Look(db => db.Payments.CountAsync(x => x.OrderId == order.Id)));
    }

    [Fact]
    public async Task A_second_press_takes_up_the_attempt_that_is_open()
    {
        var attempt = await desk.AtTheCashier();
        var again = await (await desk.AskToPay(attempt.Order)).Json(201);
        Assert.Equal(attempt.PaymentId, again.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Only_the_buyer_pays_only_with_a_key_and_only_what_is_reserved()
    {
        var order = await desk.Order();
        await (await desk.AskToPay(order, buyer: "citizen2")).Problem(404);
        var stranger = desk.Host.Anonymous();
        stranger.DefaultRequestHeaders.Add("Idempotency-Key", "k");
        await (await stranger.PostAsync($"/api/ordering/orders/{order.Id}/payments", null)).Problem(401);
        await (await (await desk.Person("citizen")).PostAsync($"/api/ordering/orders/{order.Id}/payments", null)).Problem(400, "idempotency-key-required");
        await (await desk.AskToPay(order with { Id = Guid.NewGuid() })).Problem(404);
        await desk.Cancel(order);
        await (await desk.AskToPay(order)).Problem(409, "payment.order-not-payable");
        Assert.False(await desk.Look(db => db.Payments.AnyAsync(x => x.OrderId == order.Id)));
    }

    [Theory]
    [InlineData(Failure.AnswerLost)]
    [InlineData(Failure.AnswerTooLate)]
    [InlineData(Failure.TooManyRequests)]
    public async Task When_Stripes_answer_is_lost_the_next_press_gets_the_same_session(Failure way)
    {
        var order = await desk.Order();
        desk.Stripe.FailNext("POST /v1/checkout/sessions", way, way, way);
        var key = Guid.NewGuid().ToString();
        await (await desk.AskToPay(order, key)).Problem(409, "payment.cashier-away");

        // How often the client repeats by itself, and so how many of the planted failures are left, is its own matter.
        var opened = await Retried(order, key);
        Assert.Single(desk.Stripe.Books.SessionIds, id => (string?)desk.Stripe.Books.Session(id)["client_reference_id"] == order.Id.ToString());
        Assert.Equal(1, await desk.Look(db => db.Payments.CountAsync(x => x.OrderId == order.Id)));
        Assert.Equal((string)desk.Stripe.Books.SessionOf(opened)["url"]!, (await desk.Look(db => db.Payments.AsNoTracking().SingleAsync(x => x.Id == opened))).CashierUrl);
    }

    [Theory]
    [InlineData(Failure.ServerError)]
    [InlineData(Failure.CardDeclined)]
    public async Task When_Stripe_refuses_the_attempt_is_over_and_the_next_press_is_a_new_one(Failure way)
    {
        var order = await desk.Order();
        desk.Stripe.FailNext("POST /v1/checkout/sessions", way);
        var key = Guid.NewGuid().ToString();
        await (await desk.AskToPay(order, key)).Problem(409, "payment.cashier-refused");
        await (await desk.AskToPay(order, key)).Problem(409, "payment.cashier-refused");
        await (await desk.AskToPay(order)).Json(201);
        Assert.Equal([PaymentState.Failed, PaymentState.Open], await desk.Look(db => db.Payments.Where(x => x.OrderId == order.Id).OrderBy(x => x.CreatedAt).ThenBy(x => x.Id).Select(x => x.State).ToListAsync()));
    }

    private async Task<Guid> Retried(Bought order, string key)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await desk.AskToPay(order, key);
            if (answer.StatusCode == HttpStatusCode.Created || tries == 5) return (await answer.Json(201)).GetProperty("id").GetGuid();
        }
    }
}
