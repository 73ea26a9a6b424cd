using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;

namespace ZhongFu.Ordering.Tests.Payments;

public sealed class MoneyRacesTests(CashDesk desk) : MoneyRaces(desk), IClassFixture<CashDesk>;

public sealed class MoneyRacesOnPostgresTests(PostgresCashDesk desk) : MoneyRaces(desk), IClassFixture<PostgresCashDesk>;

/// <summary>Things that happen at the same instant.</summary>
public abstract class MoneyRaces(CashDesk desk)
{
    private const int Rounds = 100;

    [Fact]
    public async Task When_cancelling_meets_paying_exactly_one_wins_and_money_without_an_order_goes_back()
    {
        var goods = desk.Take();
        var attempts = new List<Attempt>();
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 15 == 14) goods = desk.Take(); // a paid order keeps its piece
            var attempt = await desk.AtTheCashier(await desk.Order(goods));
            var happened = desk.Event("checkout.session.completed", desk.Stripe.Books.Pay(attempt.SessionId));
            Func<Task>[] both = [() => desk.Stripe.Webhooks.Post(happened), () => desk.Cancel(attempt.Order)];
            if (round % 2 == 1) Array.Reverse(both); // either may be first at the door
            await Task.WhenAll(both.Select(one => Task.Run(one)));
            attempts.Add(attempt);
        }
        foreach (var attempt in attempts) await desk.Soon(() => Settled(attempt));
        var refunds = await desk.Look(db => db.Refunds.Select(x => x.PaymentId).ToListAsync());
        Assert.All(attempts, attempt => Assert.InRange(refunds.Count(x => x == attempt.PaymentId), 0, 1));
    }

    [Fact]
    public async Task When_expiry_meets_paying_the_order_is_paid_or_the_money_is_back()
    {
        var attempts = new List<Attempt>();
        for (var i = 0; i < 10; i++) attempts.Add(await desk.AtTheCashier());
        foreach (var attempt in attempts) desk.Stripe.Books.Submit(attempt.SessionId);
        desk.Pass(TimeSpan.FromMinutes(29.9));
        var events = attempts.Select(x => desk.Event("checkout.session.async_payment_succeeded", desk.Stripe.Books.Confirm(x.SessionId))).ToList();
        var news = events.Select(happened => Task.Run(() => desk.Stripe.Webhooks.Post(happened))).ToList();
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(news);
        foreach (var attempt in attempts) await desk.Soon(() => Settled(attempt));
    }

    [Fact]
    public async Task Refunds_that_are_asked_for_at_once_never_exceed_what_was_paid()
    {
        var attempt = await desk.Paid();
        await desk.Person("operator");
        var most = attempt.Order.TotalFen * 2 / 3;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Refund(attempt.Order, new { amountFen = most, reason = "坏果" })));
        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.StatusCode != HttpStatusCode.Created), x => Assert.Equal(HttpStatusCode.Conflict, x.StatusCode));
        await desk.Soon(() =>
        {
            Assert.Equal(most, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
            return Task.CompletedTask;
        });
    }

    private async Task Settled(Attempt attempt)
    {
        var (order, payment) = (await desk.StateOf(attempt.Order), await desk.PaymentOf(attempt));
        Assert.Equal(PaymentState.Succeeded, payment.State);
        Assert.Equal(order == OrderState.Paid ? 0 : attempt.Order.TotalFen, payment.RefundedFen);
        Assert.Equal(payment.RefundedFen, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        Assert.True(order is OrderState.Paid or OrderState.Cancelled, $"{order}");
    }
}
