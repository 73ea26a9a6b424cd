using System.Net;
using Microsoft.EntityFrameworkCore;

namespace ZhongFu.Procurement.Tests;

/// <summary>What many do at the same moment, on PostgreSQL: no budget, delivery or statement gives more than it has.</summary>
public sealed class SideBySideTests : IAsyncLifetime
{
    private const int Many = 20;
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.OpenOnPostgres();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task From_twenty_orders_on_a_budget_for_three_to_twenty_payments_of_what_is_agreed()
    {
        var offer = (await office.Offers()).First(x => x.UnitPriceFor(100) * 100 > 200_000);
        var (price, buyer) = (100 * offer.UnitPriceFor(100), await office.Look(db => db.Memberships.Where(x => x.UserName == "requester").Select(x => x.OrganisationId).FirstAsync()));
        await office.Look(db => db.Budgets.Where(x => x.BuyerId == buyer).ExecuteUpdateAsync(x => x.SetProperty(b => b.AmountFen, 3 * price + 1)));
        await office.Look(db => db.BudgetEntries.Where(x => db.Budgets.Any(b => b.Id == x.BudgetId && b.BuyerId == buyer)).ExecuteUpdateAsync(x => x.SetProperty(e => e.AmountFen, 3 * price + 1)));
        foreach (var name in new[] { "requester", "approver", "supplier", "receiver", "checker", "finance", "unitadmin" }) await office.As(name);

        var submitted = await AtOnce(_ => office.Post("requester", "/api/procurement/purchases", office.Order((offer.Offer.SkuId, 100))));
        var orders = submitted.Where(x => x.Status == HttpStatusCode.Created).Select(x => x.Body.GetProperty("orders")[0]).ToList();
        Assert.Equal(3, orders.Count);
        Assert.All(submitted.Where(x => x.Status != HttpStatusCode.Created), x => Assert.Equal("budget.exceeded", x.Body.GetProperty("code").GetString()));

        foreach (var order in orders)
        {
            var decided = await AtOnce(_ => office.Post("approver", $"/api/procurement/purchases/{order.GetProperty("id")}/decision", new { approve = true, contentHash = order.GetProperty("contentHash").GetString() }));
            Assert.Single(decided, x => x.Status == HttpStatusCode.OK);
            await office.Expect(HttpStatusCode.NoContent, "supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/answer", new { confirm = true });
        }
        var shipped = await AtOnce(_ => office.Post("supplier", $"/api/procurement/supply/orders/{orders[0].GetProperty("id")}/deliveries", new { lines = new[] { new { line = 1, quantity = 60 } } }));
        var delivery = Assert.Single(shipped, x => x.Status == HttpStatusCode.Created).Body.GetProperty("id");
        var recorded = await AtOnce(i => office.Post(i % 2 == 0 ? "receiver" : "checker", "/api/procurement/receipts", new { deliveryId = delivery, lines = new[] { new { line = 1, accepted = 60 } } }));
        var receipt = Assert.Single(recorded, x => x.Status == HttpStatusCode.Created).Body.GetProperty("id");
        var by = (await office.Look(db => db.Receipts.AsNoTracking().SingleAsync())).RecordedByName;
        var signed = await AtOnce(_ => office.Post(by == "receiver" ? "checker" : "receiver", $"/api/procurement/receipts/{receipt}/check", new { sign = true }));
        Assert.Single(signed, x => x.Status == HttpStatusCode.NoContent);

        var statement = await office.Look(db => db.Statements.AsNoTracking().SingleAsync());
        await AtOnce(_ => office.Post("finance", $"/api/procurement/statements/{statement.Id}/verdict", new { agree = true }));
        var half = (await office.Look(db => db.Statements.AsNoTracking().SingleAsync())).AgreedFen / 2;
        var proposed = await AtOnce(i => office.Post("finance", $"/api/procurement/statements/{statement.Id}/payments", new { amountFen = half, reference = $"P-{i}", paidOn = "2026-11-23" }));
        Assert.Equal(2, proposed.Count(x => x.Status == HttpStatusCode.Created));
        foreach (var payment in proposed.Where(x => x.Status == HttpStatusCode.Created).Select(x => x.Body.GetProperty("id")))
            Assert.Single(await AtOnce(_ => office.Post("unitadmin", $"/api/procurement/payments/{payment}/confirmation", new { confirm = true })), x => x.Status == HttpStatusCode.NoContent);
        Assert.Empty(await office.Violations());
    }

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => act(i))));
}
