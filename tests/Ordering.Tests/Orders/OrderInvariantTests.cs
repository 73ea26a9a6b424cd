using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>Each invariant of orders finds the violation of its kind, planted behind the back of the rules. A platform of its own.</summary>
public sealed class OrderInvariantTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task Books_that_are_in_order_show_no_violation()
    {
        await market.Reserved();
        foreach (var kind in Kinds) Assert.Empty(await Check(kind));
    }

    [Fact]
    public Task A_total_that_is_not_the_sum_of_lines_is_found() => Plant<OrderTotalsAddUp>(db => db.Set<OrderLine>().ExecuteUpdateAsync(x => x
        .SetProperty(l => l.PriceFen, l => l.PriceFen + 1).SetProperty(l => l.AmountFen, l => (l.PriceFen + 1) * l.Quantity)));

    [Fact]
    public Task An_unpaid_order_that_waits_for_ever_is_found() => Plant<NoOrderWaitsForEver>(db =>
        db.Orders.Where(x => x.State == OrderState.Reserved).ExecuteUpdateAsync(x => x.SetProperty(o => o.PayBy, market.Host.Clock.GetUtcNow().UtcDateTime.AddMinutes(-11))));

    [Fact]
    public Task A_number_the_counter_never_gave_is_found() => Plant<OrderNumbersAreCounted>(db => db.OrderSerials.ExecuteUpdateAsync(x => x.SetProperty(s => s.Last, 0)));

    [Fact]
    public Task Money_promised_back_for_nothing_is_found() => Plant<LineRefundsAreBounded>(db => db.Set<OrderLine>().ExecuteUpdateAsync(x => x.SetProperty(l => l.RefundedFen, 1)));

    private static Type[] Kinds { get; } = [typeof(OrderTotalsAddUp), typeof(NoOrderWaitsForEver), typeof(OrderNumbersAreCounted), typeof(LineRefundsAreBounded)];

    private async Task Plant<TInvariant>(Func<OrderingDb, Task<int>> plant)
    {
        await market.Reserved();
        var found = await market.Look(async db =>
        {
            await using var work = await db.BeginAsync();
            Assert.NotEqual(0, await plant(db));
            return await ((IInvariant)ActivatorUtilities.CreateInstance(market.Host.Services, typeof(TInvariant), db)).FindViolations(CancellationToken.None);
        }); // never committed: what was planted goes again
        Assert.NotEmpty(found);
        Assert.All(found, line => Assert.Matches("FH20261123|20261123|line ", line));
    }

    private async Task<IReadOnlyList<string>> Check(Type kind)
    {
        await using var scope = market.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IInvariant>().Single(x => x.GetType() == kind).FindViolations(CancellationToken.None);
    }
}
