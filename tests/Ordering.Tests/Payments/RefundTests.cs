using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Payments;
using ZhongFu.StripeDouble;

namespace ZhongFu.Ordering.Tests.Payments;

public sealed class RefundTests(CashDesk desk) : IClassFixture<CashDesk>
{
    [Fact]
    public async Task Seven_refunds_of_an_amount_that_does_not_divide_add_up_to_the_fen_and_an_eighth_is_refused()
    {
        var attempt = await desk.Paid();
        var total = attempt.Order.TotalFen;
        for (var part = 0; part < 7; part++)
            await (await desk.Refund(attempt.Order, new { amountFen = total / 7 + (part < total % 7 ? 1 : 0), reason = "坏果" })).Json(201);
        await (await desk.Refund(attempt.Order, new { amountFen = 1, reason = "坏果" })).Problem(409, "refund.above-paid");

        await desk.Soon(async () =>
        {
            var refunds = await desk.RefundsOf(attempt.Order);
            Assert.Equal((7, total), (refunds.Count(x => x.State == RefundState.Succeeded), refunds.Sum(x => x.AmountFen)));
        });
        Assert.Equal(total, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        Assert.Equal(total, (await desk.PaymentOf(attempt)).RefundedFen);
    }

    [Fact]
    public async Task The_same_key_is_the_same_refund_and_another_body_is_refused()
    {
        var attempt = await desk.Paid();
        var key = Guid.NewGuid().ToString();
        var first = await (await desk.Refund(attempt.Order, new { amountFen = 100, reason = "坏果" }, key)).Json(201);
        var again = await (await desk.Refund(attempt.Order, new { amountFen = 100, reason = "坏果" }, key)).Json(201);
        Assert.Equal(first.Text("id"), again.Text("id"));
        await (await desk.Refund(attempt.Order, new { amountFen = 101, reason = "坏果" }, key)).Problem(422);
        Assert.Equal(100, (await desk.PaymentOf(attempt)).RefundedFen);
    }

    [Theory]
    [InlineData("citizen", 100, "坏果", 403)]
    [InlineData("auditor", 100, "坏果", 403)]
    [InlineData("operator", 0, "坏果", 400)]
    [InlineData("operator", -5, "坏果", 400)]
    [InlineData("operator", long.MaxValue, "坏果", 400)]
    [InlineData("operator", 100, "", 400)]
    [InlineData("operator", 100, "\u200b\u0007", 400)]
    public async Task Only_operators_refund_and_only_sums_with_a_reason(string who, long fen, string reason, int status)
    {
        var attempt = await desk.Paid();
        await (await desk.Refund(attempt.Order, new { amountFen = fen, reason }, by: who)).Problem(status);
        Assert.Equal(0, (await desk.PaymentOf(attempt)).RefundedFen);
    }

    [Fact]
    public async Task A_refund_that_fails_three_times_is_tried_until_it_stands_and_is_paid_once()
    {
        var attempt = await desk.Paid();
        desk.Stripe.FailNext("POST /v1/refunds", Failure.CardDeclined, Failure.ServerError, Failure.CardDeclined);
        await (await desk.Refund(attempt.Order, new { amountFen = 300, reason = "坏果" })).Json(201);
        await desk.Soon(async () => Assert.Equal((RefundState.Succeeded, 3, 300), State(await desk.RefundsOf(attempt.Order))));
        Assert.Equal(300, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        Assert.Single(await desk.Look(db => db.Refunds.Where(x => x.OrderId == attempt.Order.Id).ToListAsync()));
    }

    [Theory]
    [InlineData(Failure.AnswerLost)]
    [InlineData(Failure.AnswerTooLate)]
    [InlineData(Failure.ServerErrorAfterWork)]
    [InlineData(Failure.TooManyRequests)]
    public async Task Money_that_went_back_although_the_answer_did_not_say_so_goes_back_once(Failure way)
    {
        var attempt = await desk.Paid();
        desk.Stripe.FailNext("POST /v1/refunds", way, way, way);
        await (await desk.Refund(attempt.Order, new { amountFen = 300, reason = "坏果" })).Json(201);
        await desk.Soon(async () => Assert.Equal(RefundState.Succeeded, Assert.Single(await desk.RefundsOf(attempt.Order)).State));
        Assert.Equal(300, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        desk.Stripe.ForgetFailures();
    }

    [Fact]
    public async Task A_refund_that_a_wallet_takes_days_for_stands_when_its_event_comes()
    {
        var (attempt, providerId) = await Pending();
        var happened = desk.Event("refund.updated", desk.Stripe.Books.EndRefund(providerId, "succeeded"));
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(happened));
        Assert.Equal(HttpStatusCode.OK, await desk.Stripe.Webhooks.Post(happened));
        Assert.Equal(RefundState.Succeeded, Assert.Single(await desk.RefundsOf(attempt.Order)).State);
    }

    [Fact]
    public async Task A_refund_that_a_wallet_returns_is_sent_again_and_stands_in_the_end()
    {
        var (attempt, providerId) = await Pending();
        desk.Stripe.Books.EndRefund(providerId, "failed", "insufficient_funds"); // no event: it is found by asking
        await desk.Soon(async () => Assert.Equal(RefundState.Succeeded, Assert.Single(await desk.RefundsOf(attempt.Order)).State));
        Assert.Equal(300, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
        Assert.NotEqual(providerId, Assert.Single(await desk.RefundsOf(attempt.Order)).ProviderId);

        // The buyer's bank returns the second one weeks later; news of the first comes again and means nothing any more.
        var second = Assert.Single(await desk.RefundsOf(attempt.Order)).ProviderId!;
        await desk.Stripe.Webhooks.Send("refund.failed", desk.Stripe.Books.EndRefund(second, "failed", "expired_or_canceled_card"));
        await desk.Stripe.Webhooks.Send("refund.failed", desk.Stripe.Books.FindRefund(providerId));
        await desk.Soon(async () => Assert.NotEqual(second, Assert.Single(await desk.RefundsOf(attempt.Order)).ProviderId ?? second));
        await desk.Soon(async () => Assert.Equal(RefundState.Succeeded, Assert.Single(await desk.RefundsOf(attempt.Order)).State));
        Assert.Equal(300, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
    }

    [Fact]
    public async Task A_buyer_who_cancels_after_a_refund_by_hand_gets_the_rest()
    {
        var attempt = await desk.Paid();
        await (await desk.Refund(attempt.Order, new { amountFen = 100, reason = "坏果" })).Json(201);
        Assert.Equal(HttpStatusCode.OK, (await desk.Cancel(attempt.Order)).StatusCode);
        await desk.Soon(() =>
        {
            Assert.Equal(attempt.Order.TotalFen, desk.Stripe.Books.RefundedFen(desk.IntentOf(attempt)));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Money_sent_back_at_Stripes_own_desk_is_shown_to_operators()
    {
        var attempt = await desk.Paid();
        var charge = desk.Stripe.Books.Charge(desk.IntentOf(attempt));
        charge["amount_refunded"] = 50;
        await desk.Stripe.Webhooks.Send("charge.refunded", charge);
        Assert.Equal("refunded-elsewhere", (await desk.PaymentOf(attempt)).Problem);
    }

    /// <summary>A refund of 300 fen that the wallet has taken and not yet confirmed.</summary>
    private async Task<(Attempt Attempt, string ProviderId)> Pending()
    {
        var attempt = await desk.Paid();
        desk.Stripe.Books.NewRefundsAre = "pending";
        await (await desk.Refund(attempt.Order, new { amountFen = 300, reason = "坏果" })).Json(201);
        await desk.Soon(async () => Assert.Equal(RefundState.Sent, Assert.Single(await desk.RefundsOf(attempt.Order)).State));
        desk.Stripe.Books.NewRefundsAre = "succeeded";
        return (attempt, Assert.Single(await desk.RefundsOf(attempt.Order)).ProviderId!);
    }

    private static (RefundState State, int Attempts, long AmountFen) State(List<Refund> refunds) => (Assert.Single(refunds).State, refunds[0].Attempts, refunds[0].AmountFen);
}
