using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>Pages of buyers and operators, through plain forms.</summary>
[Collection(OnTheMarket.Name)]
public sealed class OrderPageTests(Market market)
{
    [Fact]
    public async Task Each_tab_counts_what_it_lists()
    {
        var name = await market.NewBuyer();
        var buyer = await market.Host.SignedIn(name);
        foreach (var state in Enum.GetValues<OrderState>()) await Bring(buyer, state);
        var shopper = await (await new Shopper(market.Host).SignIn(name)).Open("/me/orders");
        var tabs = shopper.Page.QuerySelectorAll(".tabs a").Select(x => (Href: x.GetAttribute("href")!, Count: int.Parse(x.QuerySelector("b")!.TextContent))).ToList();
        Assert.Equal([8, 2, 2, 1, 2, 1], tabs.Select(x => x.Count));
        foreach (var tab in tabs)
        {
            await shopper.Open(tab.Href);
            Assert.Equal(tab.Count, shopper.Page.QuerySelectorAll("section.order").Length);
        }
    }

    [Theory]
    [InlineData(OrderState.Placed, "取消订单"), InlineData(OrderState.Reserved, "取消订单", "去支付"), InlineData(OrderState.Paid, "取消订单"), InlineData(OrderState.Packed, "申请退款")]
    [InlineData(OrderState.Shipped, "确认收货"), InlineData(OrderState.Delivered, "再次购买"), InlineData(OrderState.Completed, "再次购买"), InlineData(OrderState.Cancelled, "再次购买")]
    public async Task Each_state_shows_its_buttons_the_main_one_last(object state, params string[] buttons)
    {
        var order = await Bring(market.Citizen, (OrderState)state);
        var shopper = await (await new Shopper(market.Host).SignIn("citizen")).Open($"/me/orders/{order.Text("number")}");
        Assert.Equal(buttons, shopper.Page.QuerySelectorAll(".panel > .btns .btn").Where(x => x.Closest("[hidden]") is null).Select(x => x.TextContent));
    }

    [Fact]
    public async Task Cancelling_asks_first()
    {
        var order = await market.Reserved();
        var shopper = await (await new Shopper(market.Host).SignIn("citizen")).Open($"/me/orders/{order.Text("number")}/cancel");
        Assert.Contains($"确定取消订单 {order.Text("number")} 吗？", shopper.Text, StringComparison.Ordinal);
        await shopper.Press("main form", "取消订单");
        Assert.Equal($"/me/orders/{order.Text("number")}", shopper.At);
        Assert.Contains("您取消了订单", shopper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buying_again_fills_the_cart()
    {
        var name = await market.NewBuyer();
        var order = await Bring(await market.Host.SignedIn(name), OrderState.Delivered);
        var shopper = await (await new Shopper(market.Host).SignIn(name)).Open($"/me/orders/{order.Text("number")}");
        await shopper.Press("form[action$='/again']");
        Assert.Equal("/cart?added=1", shopper.At);
        Assert.Single(shopper.Page.QuerySelectorAll(".line"));
    }

    [Fact]
    public async Task The_order_of_another_is_no_page_at_all()
    {
        var order = await market.Reserved();
        var other = await new Shopper(market.Host).SignIn("citizen2");
        foreach (var page in new[] { "", "/cancel", "/receipt" }) Assert.Equal(404, (int)(await other.Open($"/me/orders/{order.Text("number")}{page}")).Status);
    }

    [Fact]
    public async Task An_operator_packs_and_ships_and_a_wrong_tracking_number_is_told_beside_what_was_typed()
    {
        var order = await Bring(market.Citizen, OrderState.Paid);
        var desk = await (await new Shopper(market.Host).SignIn("operator")).Open($"/ops/orders?number={order.Text("number")}&state=all");
        await desk.Open(desk.Page.QuerySelector("td a.btn")!.GetAttribute("href")!);
        await desk.Press("main form", "打包");
        await desk.Press("main form", "发货", ("carrier", "顺丰速运"), ("trackingNumber", "SF-123"));
        Assert.Contains("运单号为 10–20 位字母或数字", desk.Text, StringComparison.Ordinal);
        Assert.Equal("SF-123", desk.Page.QuerySelector("[name=trackingNumber]")!.GetAttribute("value"));
        await desk.Press("main form", "发货", ("trackingNumber", "SF1234567890"));
        var buyer = await (await new Shopper(market.Host).SignIn("citizen")).Open($"/me/orders/{order.Text("number")}");
        Assert.Contains("待收货", buyer.Text, StringComparison.Ordinal);
        Assert.Contains("顺丰速运 SF1234567890", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_receives_is_masked_until_someone_who_sends_looks_and_every_look_is_written_down()
    {
        var order = await Bring(market.Citizen, OrderState.Paid);
        var desk = await (await new Shopper(market.Host).SignIn("operator")).Open($"/ops/orders/{order.Text("number")}");
        Assert.Contains("李** 138****8000", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("示范路", desk.Text, StringComparison.Ordinal);
        await desk.Open(desk.Page.QuerySelector("a[href$='/slip']")!.GetAttribute("href")!);
        Assert.Contains("李雷 138 0013 8000", desk.Text, StringComparison.Ordinal);
        Assert.Contains("示范路 1 号", desk.Text, StringComparison.Ordinal);
        Assert.Equal("operator", await market.Look(db => db.Audit.Where(x => x.Action == "ordering.read-delivery" && x.Subject == order.Text("id")).Select(x => x.ActorName).SingleAsync()));

        var auditor = await (await (await market.Host.SignedIn("auditor")).GetAsync($"/api/ordering/orders/{order.Text("id")}")).Json(200);
        Assert.Equal(("李**", "138****8000", "****"), (auditor.GetProperty("delivery").Text("recipient"), auditor.GetProperty("delivery").Text("phone"), auditor.GetProperty("delivery").Text("detail")));
        Assert.Equal(403, (int)(await (await new Shopper(market.Host).SignIn("auditor")).Open($"/ops/orders/{order.Text("number")}/slip")).Status);
        Assert.Equal(403, (int)(await (await new Shopper(market.Host).SignIn("citizen")).Open("/ops/orders")).Status);
    }

    [Fact]
    public async Task An_order_to_collect_is_handed_over_for_its_code_only()
    {
        var point = await Point();
        var order = await (await Market.Order(market.Citizen, Guid.NewGuid().ToString(), new { kind = "Pickup", locationId = point }, (market.Take().SkuId, 1))).Json(201);
        Assert.Equal(0, order.Number("freightFen"));
        await Bring(order, market.Citizen, OrderState.Packed);
        var buyer = await (await new Shopper(market.Host).SignIn("citizen")).Open($"/me/orders/{order.Text("number")}");
        var id = order.GetProperty("id").GetGuid();
        var code = await market.Look(db => db.Orders.Where(x => x.Id == id).Select(x => x.Delivery.PickUpCode!).SingleAsync());
        Assert.Contains(code, buyer.Text, StringComparison.Ordinal);
        var desk = await (await new Shopper(market.Host).SignIn("operator")).Open($"/ops/orders/{order.Text("number")}");
        Assert.DoesNotContain(code, desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await desk.Press("main form", "核销交付", ("code", code == "123456" ? "654321" : "123456"));
        Assert.Contains("提货码不正确", desk.Text, StringComparison.Ordinal);
        await desk.Press("main form", "核销交付", ("code", code));
        Assert.Contains("已收货", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_hears_when_its_order_moves_on()
    {
        var name = await market.NewBuyer();
        var buyer = await market.Host.SignedIn(name);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/me") { Headers = { { "Accept", "text/event-stream" } } };
        var answer = await buyer.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var order = await market.Reserved(buyer);
        var heard = new List<string>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!heard.Any(x => x.Contains("\"Reserved\"", StringComparison.Ordinal))) heard.Add(await stream.ReadLineAsync(patience.Token) ?? "");
        Assert.Contains("event: order", heard);
        var news = JsonSerializer.Deserialize<JsonElement>(heard[^1]["data: ".Length..]);
        Assert.Equal((order.Text("number"), "Reserved"), (news.Text("no"), news.Text("state")));
        Assert.Equal(401, (int)(await market.Host.Anonymous().GetAsync("/live/me")).StatusCode);
    }

    private async Task<Guid> Point()
    {
        var shopper = await new Shopper(market.Host).SignIn(await market.NewBuyer());
        await shopper.Add(market.Take().SkuId, 1, next: "buy");
        return Guid.Parse(shopper.Page.QuerySelectorAll("[name=point] option").Select(x => x.GetAttribute("value")).First(x => !string.IsNullOrEmpty(x))!);
    }

    private async Task<JsonElement> Bring(HttpClient buyer, OrderState state) => await Bring(await market.Reserved(buyer), buyer, state);

    /// <summary>Through the rules of the order, without waiting for cashiers and parcels.</summary>
    private async Task<JsonElement> Bring(JsonElement order, HttpClient buyer, OrderState state)
    {
        if (state == OrderState.Cancelled) await (await buyer.PostAsync($"/api/ordering/orders/{order.Text("id")}/cancel", null)).Json(200);
        if (state is OrderState.Reserved or OrderState.Cancelled) return order;
        var (id, now) = (order.GetProperty("id").GetGuid(), market.Host.Clock.GetUtcNow().UtcDateTime);
        await market.Look(async db =>
        {
            if (state == OrderState.Placed) return await db.Orders.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OrderState.Placed));
            var found = await db.Orders.SingleAsync(x => x.Id == id);
            Action[] steps = [() => found.MarkPaid(now), () => found.Pack(now), () => found.Ship("顺丰速运", "SF1234567890", now), () => found.ConfirmReceipt(now), () => found.Complete(now)];
            foreach (var step in steps.Take((int)state - 1)) step();
            return await db.SaveChangesAsync();
        });
        return order;
    }
}
