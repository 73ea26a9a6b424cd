using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Payments;
using ZhongFu.Platform.Domain;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>The rules of payments and refunds, without a host.</summary>
public sealed class PaymentStateTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nothing_undoes_money_that_has_moved()
    {
        var payment = Started();
        payment.Open("cs_1", "https://cashier.example/1");
        Assert.True(payment.Succeed("pi_1", payment.AmountFen, Now));
        Assert.False(payment.Succeed("pi_2", payment.AmountFen, Now.AddMinutes(1)));
        payment.Close(PaymentState.Expired);
        payment.Close(PaymentState.Failed);
        payment.Supersede(Now);
        Assert.Equal((PaymentState.Succeeded, "pi_1", null), (payment.State, payment.ProviderReference, payment.AskAt));
    }

    [Theory]
    [InlineData(nameof(PaymentState.Failed))]
    [InlineData(nameof(PaymentState.Expired))]
    public void Money_that_moves_after_the_end_still_counts(string outcome)
    {
        var (payment, end) = (Started(), Enum.Parse<PaymentState>(outcome));
        payment.Close(end);
        Assert.Equal((end, null), (payment.State, payment.AskAt));
        Assert.True(payment.Succeed("pi_1", payment.AmountFen, Now));
    }

    [Fact]
    public void A_superseded_payment_is_asked_about_until_the_cashier_has_closed_it()
    {
        var payment = Started();
        payment.Supersede(Now);
        Assert.Equal((PaymentState.Superseded, Now), (payment.State, payment.AskAt));
        payment.Close(PaymentState.Expired);
        Assert.Equal((PaymentState.Superseded, null), (payment.State, payment.AskAt));
    }

    [Fact]
    public void Only_money_that_has_moved_can_be_accepted() => Assert.Throws<RuleBroken>(() => Started().Accept(Now));

    [Fact]
    public void The_provider_is_asked_ever_more_rarely_but_at_least_hourly()
    {
        var (payment, now) = (Started(), Now);
        for (var i = 0; i < 20; i++)
        {
            payment.AskLater(now);
            Assert.InRange(payment.AskAt!.Value - now, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
            now = payment.AskAt.Value;
        }
    }

    [Fact]
    public void A_refund_waits_ever_longer_and_takes_a_new_key_only_after_a_definite_no()
    {
        var refund = Promised();
        var first = refund.ProviderKey;
        refund.TryAgain("no answer", isRefusal: false, Now);
        Assert.Equal((first, Now.AddSeconds(10)), (refund.ProviderKey, refund.DueAt));
        refund.TryAgain("no", isRefusal: true, Now);
        Assert.NotEqual(first, refund.ProviderKey);
        Assert.Equal(Now.AddSeconds(20), refund.DueAt);
        for (var i = 0; i < 30; i++) refund.TryAgain("no", isRefusal: true, Now);
        Assert.Equal(Now.AddHours(1), refund.DueAt);
    }

    [Fact]
    public void A_refund_is_announced_once_even_if_it_had_to_be_sent_again()
    {
        var refund = Promised();
        refund.Stand("re_1", Now);
        refund.Stand("re_1", Now);
        Assert.Single(refund.TakeFacts().OfType<OrderRefunded>());
        refund.TryAgain("returned", isRefusal: true, Now);
        Assert.Equal((RefundState.Retrying, null), (refund.State, refund.ProviderId));
        refund.Stand("re_2", Now);
        Assert.Empty(refund.TakeFacts());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_payment_and_no_refund_of_nothing(long fen)
    {
        Assert.Throws<RuleBroken>(() => Payment.Start(Guid.NewGuid(), "FH1", "buyer", fen, "Stripe", "https://x", Now));
        Assert.Throws<RuleBroken>(() => Refund.Request(Started(), Guid.NewGuid(), fen, "why", Now));
    }

    private static Payment Started() => Payment.Start(Guid.NewGuid(), "FH20261123000001", "buyer", 1000, "Stripe", "https://shop.example", Now);

    private static Refund Promised() => Refund.Request(Started(), Guid.NewGuid(), 100, "why", Now);
}
