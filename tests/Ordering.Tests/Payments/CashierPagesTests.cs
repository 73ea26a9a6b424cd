using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Payments;

/// <summary>The pages of paying, without a script, where the sandbox is the cashier.</summary>
[Collection(OnTheMarket.Name)]
public sealed class CashierPagesTests(Market market)
{
    private const string PayForm = "main form";

    [Fact]
    public async Task A_buyer_pays_at_the_sandbox_which_says_that_it_is_one()
    {
        var (buyer, number) = await Ordered();
        Assert.Matches(@"请在 \d\d:\d\d 前完成支付", (await buyer.Open($"/pay/{number}")).Text);
        Assert.Contains("沙盒收银", buyer.Text, StringComparison.Ordinal);
        await buyer.Press(PayForm);
        Assert.StartsWith("/pay/sandbox/", buyer.At, StringComparison.Ordinal);
        Assert.Contains("沙盒收银", buyer.Text, StringComparison.Ordinal);
        await buyer.Press(PayForm, "支付成功");
        Assert.Equal($"/pay/{number}/result", buyer.At);
        Assert.Contains("支付成功", buyer.Text, StringComparison.Ordinal);
        Assert.Contains("订单已支付", (await buyer.Open($"/pay/{number}")).Text, StringComparison.Ordinal);
        Assert.Null(buyer.Page.QuerySelector(PayForm));
    }

    [Fact]
    public async Task After_a_failure_one_can_pay_again()
    {
        var (buyer, number) = await AtTheSandbox();
        var first = buyer.At;
        Assert.Contains("支付未成功", (await buyer.Press(PayForm, "支付失败")).Text, StringComparison.Ordinal);
        await (await buyer.Open($"/pay/{number}")).Press(PayForm);
        Assert.StartsWith("/pay/sandbox/", buyer.At, StringComparison.Ordinal);
        Assert.NotEqual(first, buyer.At);
    }

    [Fact]
    public async Task Pressing_twice_with_one_form_is_one_attempt()
    {
        var (buyer, number) = await Ordered();
        var form = (await buyer.Open($"/pay/{number}")).Prepare(PayForm, null);
        var first = (await buyer.Send(form)).At;
        Assert.Equal(first, (await buyer.Send(form)).At);
        Assert.Equal(1, await market.Look(db => db.Payments.CountAsync(x => x.OrderNumber == number)));
    }

    [Fact]
    public async Task A_cancelled_order_says_so_and_offers_no_payment()
    {
        var (buyer, number) = await AtTheSandbox();
        var sandbox = buyer.At;
        var id = await market.Look(db => db.Orders.Where(x => x.Number == number).Select(x => x.Id).SingleAsync());
        await market.Citizen.PostAsync($"/api/ordering/orders/{id}/cancel", null);
        Assert.Null((await buyer.Open($"/pay/{number}")).Page.QuerySelector(PayForm));
        // Money that is played now comes too late: it goes back, and the page says so.
        await (await buyer.Open(sandbox)).Press(PayForm, "支付成功");
        Assert.Contains("款项将退回", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_or_pays_anothers_order()
    {
        var (buyer, number) = await AtTheSandbox();
        var (sandbox, other) = (buyer.At, await new Shopper(market.Host).SignIn("citizen2"));
        foreach (var path in new[] { $"/pay/{number}", $"/pay/{number}/result", sandbox }) Assert.Equal(HttpStatusCode.NotFound, (await other.Open(path)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await other.Open("/ops/payments")).Status);
        var id = sandbox.Split('/')[^1];
        await (await market.Neighbour.PostAsync($"/api/ordering/payments/sandbox/{id}/complete", null)).Problem(404);
        await (await market.Neighbour.GetAsync($"/api/ordering/payments/{id}")).Problem(404);
        Assert.Equal("Open", (await (await market.Citizen.GetAsync($"/api/ordering/payments/{id}")).Json(200)).Text("state"));
    }

    [Fact]
    public async Task An_operator_refunds_by_hand_with_a_reason_and_not_too_much()
    {
        var (buyer, number) = await AtTheSandbox();
        await buyer.Press(PayForm, "支付成功");
        var desk = await new Shopper(market.Host).SignIn("operator");
        const string form = "form:has([name='Form.Yuan'])";
        foreach (var (yuan, reason) in new[] { ("0", "坏果"), ("1.234", "坏果"), ("-1", "坏果"), ("99999", "坏果"), ("abc", "坏果"), ("1.00", "") })
        {
            await (await desk.Open($"/ops/payments?number={number}")).Press(form, null, ("Form.Yuan", yuan), ("Form.Reason", reason));
            Assert.NotNull(desk.Page.QuerySelector("[aria-invalid=true]"));
        }
        Assert.Equal(0, await Refunded(number));

        await (await desk.Open($"/ops/payments?number={number}")).Press(form, null, ("Form.Yuan", "1.50"), ("Form.Reason", "坏果"));
        Assert.Contains("退款已提交", desk.Text, StringComparison.Ordinal);
        Assert.Contains("¥1.50", desk.Text, StringComparison.Ordinal);
        Assert.Equal(150, await Refunded(number));
    }

    [Fact]
    public async Task An_operator_marks_a_problem_as_dealt_with()
    {
        var (_, number) = await AtTheSandbox();
        var id = await market.Look(db => db.Payments.Where(x => x.OrderNumber == number).Select(x => x.Id).SingleAsync());
        await market.Look(db => db.Payments.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(p => p.Problem, "amount-differs")));
        var desk = await (await new Shopper(market.Host).SignIn("operator")).Open("/ops/payments");
        Assert.Contains("金额不符", desk.Text, StringComparison.Ordinal);
        await desk.Browser.PostAsync("/ops/payments", new FormUrlEncodedContent(desk.Page.QuerySelectorAll("#resolve input").Select(x => KeyValuePair.Create(x.GetAttribute("name")!, x.GetAttribute("value") ?? "")).Append(KeyValuePair.Create("Resolved", id.ToString()))));
        Assert.DoesNotContain(number, (await desk.Open("/ops/payments")).Text, StringComparison.Ordinal);
    }

    private Task<long> Refunded(string number) => market.Look(db => db.Payments.Where(x => x.OrderNumber == number).Select(x => x.RefundedFen).SingleAsync());

    private async Task<(Shopper Buyer, string Number)> Ordered() => (await new Shopper(market.Host).SignIn("citizen"), (await market.Reserved()).Text("number"));

    private async Task<(Shopper Buyer, string Number)> AtTheSandbox()
    {
        var (buyer, number) = await Ordered();
        await (await buyer.Open($"/pay/{number}")).Press(PayForm);
        return (buyer, number);
    }
}
