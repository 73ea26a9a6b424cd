using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Tests.Purchases;

public sealed class PurchaseTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task An_order_reserves_the_budget_and_an_approval_commits_it()
    {
        var offer = (await office.Offers())[0];
        var order = await office.Submit(offer.Offer.SkuId, 30);
        var total = order.GetProperty("totalFen").GetInt64();
        Assert.Equal((total, 0L), await Used());
        Assert.Equal(30 * offer.UnitPriceFor(30), (await Read(order.GetProperty("id").GetGuid())).GoodsFen);

        await Decide("approver", order, approve: true, HttpStatusCode.OK);
        Assert.Equal((0L, total), await Used());
        var (status, _) = await office.Post("supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/answer", new { confirm = true });
        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(PurchaseState.Confirmed, (await Read(order.GetProperty("id").GetGuid())).State);
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Goods_of_two_suppliers_are_two_orders_of_one_submission_and_the_chain_goes_by_their_sum()
    {
        var (one, two) = ((await office.Offers())[0], (await office.Offers("寻乌桂竹帽"))[0]);
        var (status, body) = await office.Post("requester", "/api/procurement/purchases", office.Order((one.Offer.SkuId, 3_000_000 / one.Offer.PriceFen), (two.Offer.SkuId, 3_000_000 / two.Offer.PriceFen)));
        Assert.Equal((HttpStatusCode.Created, 2, 2), (status, body.GetProperty("orders").GetArrayLength(), body.GetProperty("approvalsNeeded").GetInt32()));
        var orders = await office.Look(db => db.PurchaseOrders.AsNoTracking().ToListAsync());
        Assert.All(orders, x => Assert.Equal(("一楼收货口", body.GetProperty("submissionId").GetGuid()), (x.To.Name, x.SubmissionId)));
        Assert.Equal(2, orders.Select(x => x.Number).Distinct().Count());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task What_is_sent_back_cancelled_or_declined_gives_the_budget_back()
    {
        var sku = (await office.Offers())[0].Offer.SkuId;
        await Decide("approver", await office.Submit(sku, 30), approve: false, HttpStatusCode.OK);
        var cancelled = await office.Submit(sku, 30);
        Assert.Equal(HttpStatusCode.NoContent, (await office.Post("requester", $"/api/procurement/purchases/{cancelled.GetProperty("id")}/cancel", new { reason = "菜单改了" })).Status);
        var late = await office.Approved(sku, 30);
        Assert.Equal(HttpStatusCode.NoContent, (await office.Post("requester", $"/api/procurement/purchases/{late.GetProperty("id")}/cancel", new { reason = "菜单改了" })).Status);
        var declined = await office.Approved(sku, 30);
        Assert.Equal(HttpStatusCode.NoContent, (await office.Post("supplier", $"/api/procurement/supply/orders/{declined.GetProperty("id")}/answer", new { confirm = false, reason = "下雨未采" })).Status);
        Assert.Equal((0L, 0L), await Used());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task Nobody_approves_their_own_order_nor_as_a_deputy()
    {
        var order = await office.Submit((await office.Offers())[0].Offer.SkuId, 30);
        var (requester, approver) = (await Member("requester"), await Member("approver"));
        await office.Look(async db =>
        {
            db.Add(new Membership(requester.OrganisationId, requester.AccountId, MemberRole.Approver, "requester", DateTime.UtcNow));
            return await db.SaveChangesAsync();
        });
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var problem = await Decide("requester", order, approve: true, HttpStatusCode.Conflict); // the same person under another role
        Assert.Equal("duty.same-person", problem.GetProperty("code").GetString());

        var today = new DateOnly(2026, 11, 23);
        await office.Look(async db =>
        {
            db.Add(new Deputy(requester.OrganisationId, requester.AccountId, "requester", approver.AccountId, "approver", today, today));
            return await db.SaveChangesAsync();
        });
        await Decide("approver", order, approve: true, HttpStatusCode.Conflict);
        Assert.Equal(PurchaseState.Submitted, (await Read(order.GetProperty("id").GetGuid())).State);
    }

    [Fact]
    public async Task An_approval_needs_what_was_looked_at()
    {
        var order = await office.Submit((await office.Offers())[0].Offer.SkuId, 30);
        var (status, problem) = await office.Post("approver", $"/api/procurement/purchases/{order.GetProperty("id")}/decision", new { approve = true, contentHash = new string('0', 64) });
        Assert.Equal((HttpStatusCode.Conflict, "purchase.changed"), (status, problem.GetProperty("code").GetString()));

        // A price changed behind the application's back: the hash that was shown does not fit any more.
        var id = order.GetProperty("id").GetGuid();
        await office.Look(db => db.Set<PurchaseLine>().Where(x => x.OrderId == id).ExecuteUpdateAsync(x => x.SetProperty(l => l.UnitPriceFen, l => l.UnitPriceFen - 1)));
        await Decide("approver", order, approve: true, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_large_order_needs_two_people()
    {
        var offer = (await office.Offers()).MaxBy(x => x.Offer.PriceFen)!;
        var order = await office.Submit(offer.Offer.SkuId, 5_000_000 / offer.Offer.PriceFen * 2);
        await Decide("approver", order, approve: true, HttpStatusCode.OK);
        Assert.Equal(PurchaseState.Submitted, (await Read(order.GetProperty("id").GetGuid())).State);
        var again = await Decide("approver", order, approve: true, HttpStatusCode.Conflict);
        Assert.Equal("purchase.approved-before", again.GetProperty("code").GetString());
        var (checker, now) = (await Member("checker"), DateTime.UtcNow);
        await office.Look(async db =>
        {
            db.Add(new Membership(checker.OrganisationId, checker.AccountId, MemberRole.Approver, "checker", now));
            return await db.SaveChangesAsync();
        });
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Decide("checker", order, approve: true, HttpStatusCode.OK);
        Assert.Equal(PurchaseState.Approved, (await Read(order.GetProperty("id").GetGuid())).State);
    }

    [Fact]
    public async Task Another_units_order_does_not_exist()
    {
        var order = await office.Submit((await office.Offers())[0].Offer.SkuId, 30);
        await Decide("approver2", order, approve: true, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("requester2", $"/api/procurement/purchases/{order.GetProperty("id")}/cancel", new { reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("supplier", $"/api/procurement/supply/orders/{order.GetProperty("id")}/answer", new { confirm = true })).Status); // not approved yet
        Assert.Equal(HttpStatusCode.NotFound, (await office.Post("supplier2", $"/api/procurement/supply/orders/{order.GetProperty("id")}/answer", new { confirm = true })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Post("citizen", "/api/procurement/purchases", office.Order((Guid.NewGuid(), 1)))).Status);
    }

    [Fact]
    public async Task Of_twenty_submissions_at_once_on_a_budget_for_one_one_passes()
    {
        var offer = (await office.Offers())[0];
        var once = 30 * offer.UnitPriceFor(30) + 10_000;
        var buyer = (await Member("requester")).OrganisationId;
        await office.Look(db => db.Budgets.Where(x => x.BuyerId == buyer).ExecuteUpdateAsync(x => x.SetProperty(b => b.AmountFen, once)));
        await office.Look(db => db.BudgetEntries.Where(x => db.Budgets.Any(b => b.Id == x.BudgetId && b.BuyerId == buyer)).ExecuteUpdateAsync(x => x.SetProperty(e => e.AmountFen, once)));
        await office.As("requester");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => office.Post("requester", "/api/procurement/purchases", office.Order((offer.Offer.SkuId, 30))))));
        Assert.Equal(1, answers.Count(x => x.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => Assert.Equal("budget.exceeded", x.Body.GetProperty("code").GetString()));
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task One_key_is_one_order()
    {
        var sku = (await office.Offers())[0].Offer.SkuId;
        await office.As("requester");
        var body = office.Order((sku, 30));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.Post("requester", "/api/procurement/purchases", body, "one-key"))));
        Assert.Single(answers.Select(x => x.Body.GetProperty("submissionId").GetGuid()).Distinct());
        Assert.Equal(1, await office.Look(db => db.PurchaseOrders.CountAsync()));
    }

    [Fact]
    public async Task Bad_input_is_named_and_changes_nothing()
    {
        var sku = (await office.Offers())[0].Offer.SkuId;
        object[] bad =
        [
            office.Order(), office.Order((sku, 0)), office.Order((sku, -1)), office.Order((sku, 100_001)), office.Order((Guid.NewGuid(), 10)),
            new { lines = new[] { new { skuId = sku, quantity = 30 } }, wantedOn = "2020-01-01", to = new { name = "口", address = "路", contact = "王", phone = "13800138000", window = "06:00-08:00" } },
            new { lines = new[] { new { skuId = sku, quantity = 30 } }, wantedOn = office.Tomorrow, to = new { name = "\u200b", address = "路", contact = "王", phone = "x", window = "6" } },
        ];
        foreach (var body in bad) Assert.Equal(HttpStatusCode.BadRequest, (await office.Post("requester", "/api/procurement/purchases", body)).Status);
        Assert.Equal(0, await office.Look(db => db.PurchaseOrders.CountAsync()));
        Assert.Equal((0L, 0L), await Used());
    }

    [Fact]
    public async Task A_budget_changed_by_hand_is_found()
    {
        await office.Submit((await office.Offers())[0].Offer.SkuId, 30);
        Assert.Empty(await office.Violations());
        await office.Look(db => db.Budgets.Where(x => x.ReservedFen > 0).ExecuteUpdateAsync(x => x.SetProperty(b => b.ReservedFen, b => b.ReservedFen - 1)));
        Assert.NotEmpty(await office.Violations());
    }

    private async Task<System.Text.Json.JsonElement> Decide(string who, System.Text.Json.JsonElement order, bool approve, HttpStatusCode expected)
    {
        var (status, body) = await office.Post(who, $"/api/procurement/purchases/{order.GetProperty("id")}/decision", new { approve, contentHash = order.GetProperty("contentHash").GetString(), note = "看过" });
        Assert.True(status == expected, $"{status} {body}");
        return body;
    }

    private Task<PurchaseOrder> Read(Guid id) => office.Look(db => PurchaseOrders.Whole(db).AsNoTracking().SingleAsync(x => x.Id == id));

    private Task<Membership> Member(string userName) => office.Look(db => db.Memberships.AsNoTracking().FirstAsync(x => x.UserName == userName));

    private async Task<(long Reserved, long Committed)> Used()
    {
        var buyer = (await Member("requester")).OrganisationId;
        var budget = await office.Look(db => db.Budgets.AsNoTracking().SingleAsync(x => x.BuyerId == buyer));
        return (budget.ReservedFen, budget.CommittedFen);
    }
}
