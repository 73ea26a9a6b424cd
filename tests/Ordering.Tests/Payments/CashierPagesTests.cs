using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>The pages of paying, without a script, where the sandbox is the cashier.</summary>
[Collection(OnTheMarket.Name)]
public sealed class CashierPagesTests(Market market)
{
    [Fact]
    public async Task A_buyer_pays_at_the_sandbox_which_says_that_it_is_one()
    {
        var (browser, number) = await Ordered();
        var cashier = await browser.Page($"/pay/{number}");
        Assert.Matches(@"请在 \d\d:\d\d 前完成支付", cashier);
        Assert.Contains("沙盒收银", cashier, StringComparison.Ordinal);

        var toSandbox = await browser.Submit($"/pay/{number}", cashier, "pay");
        Assert.Equal(HttpStatusCode.SeeOther, toSandbox.StatusCode);
        var sandbox = toSandbox.Headers.Location!.ToString();
        Assert.Contains("沙盒收银", await browser.Page(sandbox), StringComparison.Ordinal);
        var done = await browser.Submit(sandbox, await browser.Page(sandbox), "play", ("Outcome", "paid"));
        Assert.EndsWith($"/pay/{number}/result", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("支付成功", await browser.Page($"/pay/{number}/result"), StringComparison.Ordinal);
        Assert.Contains("订单已支付", await browser.Page($"/pay/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_one_can_pay_again()
    {
        var (browser, number) = await Ordered();
        var sandbox = (await browser.Submit($"/pay/{number}", await browser.Page($"/pay/{number}"), "pay")).Headers.Location!.ToString();
        await browser.Submit(sandbox, await browser.Page(sandbox), "play", ("Outcome", "failed"));
        Assert.Contains("支付未成功", await browser.Page($"/pay/{number}/result"), StringComparison.Ordinal);
        var again = (await browser.Submit($"/pay/{number}", await browser.Page($"/pay/{number}"), "pay")).Headers.Location!.ToString();
        Assert.NotEqual(sandbox, again);
    }

    [Fact]
    public async Task Pressing_twice_with_one_form_is_one_attempt()
    {
        var (browser, number) = await Ordered();
        var page = await browser.Page($"/pay/{number}");
        var (first, second) = (await browser.Submit($"/pay/{number}", page, "pay"), await browser.Submit($"/pay/{number}", page, "pay"));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await market.Look(db => db.Payments.CountAsync(x => x.OrderNumber == number)));
    }

    [Fact]
    public async Task Nobody_sees_or_pays_anothers_order()
    {
        var (browser, number) = await Ordered();
        var sandbox = (await browser.Submit($"/pay/{number}", await browser.Page($"/pay/{number}"), "pay")).Headers.Location!.ToString();
        var other = await SignedIn("citizen2");
        foreach (var path in new[] { $"/pay/{number}", $"/pay/{number}/result", sandbox, "/ops/payments" })
            Assert.Contains((await other.GetAsync(path)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        var id = sandbox.Split('/')[^1];
        await (await market.Neighbour.PostAsync($"/api/ordering/payments/sandbox/{id}/complete", null)).Problem(404);
        await (await market.Neighbour.GetAsync($"/api/ordering/payments/{id}")).Problem(404);
        Assert.Equal("Open", (await (await market.Citizen.GetAsync($"/api/ordering/payments/{id}")).Json(200)).Text("state"));
    }

    [Fact]
    public async Task An_operator_refunds_by_hand_with_a_reason_and_not_too_much()
    {
        var (browser, number) = await Ordered();
        var sandbox = (await browser.Submit($"/pay/{number}", await browser.Page($"/pay/{number}"), "pay")).Headers.Location!.ToString();
        await browser.Submit(sandbox, await browser.Page(sandbox), "play", ("Outcome", "paid"));
        var (desk, address) = (await SignedIn("operator"), $"/ops/payments?number={number}");
        var form = $"refund-{sandbox.Split('/')[^1]}";

        foreach (var (yuan, reason) in new[] { ("0", "坏果"), ("1.234", "坏果"), ("-1", "坏果"), ("99999", "坏果"), ("abc", "坏果"), ("1.00", "") })
            Assert.Equal(HttpStatusCode.OK, (await desk.Submit(address, await desk.Page(address), form, ("Form.Yuan", yuan), ("Form.Reason", reason))).StatusCode);
        Assert.Equal(0, await market.Look(db => db.Payments.Where(x => x.OrderNumber == number).Select(x => x.RefundedFen).SingleAsync()));

        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Submit(address, await desk.Page(address), form, ("Form.Yuan", "1.50"), ("Form.Reason", "坏果"))).StatusCode);
        Assert.Equal(150, await market.Look(db => db.Payments.Where(x => x.OrderNumber == number).Select(x => x.RefundedFen).SingleAsync()));
        Assert.Contains("¥1.50", await desk.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_marks_a_problem_as_dealt_with()
    {
        var (browser, number) = await Ordered();
        await browser.Submit($"/pay/{number}", await browser.Page($"/pay/{number}"), "pay");
        var id = await market.Look(db => db.Payments.Where(x => x.OrderNumber == number).Select(x => x.Id).SingleAsync());
        await market.Look(db => db.Payments.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(p => p.Problem, "amount-differs")));
        var desk = await SignedIn("operator");
        var page = await desk.Page("/ops/payments");
        Assert.Contains("金额不符", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Submit("/ops/payments", page, "resolve", ("Resolved", id.ToString()))).StatusCode);
        Assert.DoesNotContain(number, await desk.Page("/ops/payments"), StringComparison.Ordinal);
    }

    private async Task<(HttpClient Browser, string Number)> Ordered() => (await SignedIn("citizen"), (await market.Reserved()).Text("number"));

    private async Task<HttpClient> SignedIn(string name)
    {
        var browser = market.Host.Browser();
        var answer = await browser.Submit("/login", await browser.Page("/login"), "login", ("Form.UserName", name), ("Form.Password", GatewayHost.DemoPassword));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }
}
