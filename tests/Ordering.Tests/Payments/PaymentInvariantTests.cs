using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>Each kind of wrong book is planted, and found by its rule.</summary>
public sealed class PaymentInvariantTests(CashDesk desk) : IClassFixture<CashDesk>
{
    [Fact]
    public async Task A_refund_that_the_payment_does_not_know_is_found()
    {
        var attempt = await desk.Paid();
        Assert.Empty(await Find<RefundsNeverExceedPayments>(attempt));
        await desk.Look(async db =>
        {
            db.Refunds.Add(Refund.Request(await db.Payments.SingleAsync(x => x.Id == attempt.PaymentId), Guid.NewGuid(), 1, "planted", DateTime.UtcNow.AddYears(9)));
            return await db.SaveChangesAsync();
        });
        Assert.Single(await Find<RefundsNeverExceedPayments>(attempt));
    }

    [Fact]
    public async Task A_promise_without_a_refund_is_found()
    {
        var attempt = await desk.Paid();
        await Plant(attempt, x => x.SetProperty(p => p.RefundedFen, 7));
        Assert.Single(await Find<RefundsNeverExceedPayments>(attempt));
    }

    [Fact]
    public async Task A_paid_order_without_a_payment_is_found()
    {
        var attempt = await desk.Paid();
        Assert.Empty(await Find<PaidOrdersHaveOnePayment>(attempt));
        await Plant(attempt, x => x.SetProperty(p => p.AcceptedAt, (DateTime?)null));
        Assert.Single(await Find<PaidOrdersHaveOnePayment>(attempt));
    }

    [Fact]
    public async Task A_paid_order_whose_payment_is_smaller_is_found()
    {
        var attempt = await desk.Paid();
        await Plant(attempt, x => x.SetProperty(p => p.MovedFen, p => p.MovedFen - 1));
        Assert.Single(await Find<PaidOrdersHaveOnePayment>(attempt));
    }

    [Fact]
    public async Task Money_that_no_order_took_and_nobody_sends_back_is_found()
    {
        var attempt = await desk.Paid();
        await Plant(attempt, x => x.SetProperty(p => p.AcceptedAt, (DateTime?)null));
        desk.Pass(TimeSpan.FromMinutes(3));
        Assert.Single(await Find<MoneyHasAnOrder>(attempt));
    }

    [Fact]
    public async Task Money_of_a_cancelled_order_that_stays_with_us_is_found()
    {
        var attempt = await desk.Paid();
        desk.Pass(TimeSpan.FromMinutes(3));
        Assert.Empty(await Find<MoneyHasAnOrder>(attempt));
        await desk.Look(db => db.Orders.Where(x => x.Id == attempt.Order.Id).ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OrderState.Cancelled)));
        Assert.Single(await Find<MoneyHasAnOrder>(attempt));
    }

    [Fact]
    public async Task Money_of_a_counter_that_nobody_took_and_nobody_sends_back_is_found()
    {
        var attempt = await desk.Paid();
        await Plant(attempt, x => x.SetProperty(p => p.IsAtCounter, true));
        desk.Pass(TimeSpan.FromMinutes(3));
        Assert.Empty(await Find<CounterMoneyIsTakenOrGoesBack>(attempt));
        await Plant(attempt, x => x.SetProperty(p => p.AcceptedAt, (DateTime?)null));
        Assert.Single(await Find<CounterMoneyIsTakenOrGoesBack>(attempt));
    }

    [Fact]
    public async Task The_database_itself_refuses_more_back_than_was_paid()
    {
        var attempt = await desk.Paid();
        await Assert.ThrowsAnyAsync<Exception>(() => Plant(attempt, x => x.SetProperty(p => p.RefundedFen, p => p.AmountFen + 1)));
    }

    private Task Plant(Attempt attempt, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Payment>> change) =>
        desk.Look(db => db.Payments.Where(x => x.Id == attempt.PaymentId).ExecuteUpdateAsync(change));

    private async Task<IEnumerable<string>> Find<TRule>(Attempt attempt) where TRule : IInvariant
    {
        await using var scope = desk.Host.Services.CreateAsyncScope();
        var rule = scope.ServiceProvider.GetServices<IInvariant>().OfType<TRule>().Single();
        return (await rule.FindViolations(default)).Where(x => x.Contains(attempt.Order.Number, StringComparison.Ordinal) || x.Contains(attempt.PaymentId.ToString(), StringComparison.Ordinal));
    }
}
