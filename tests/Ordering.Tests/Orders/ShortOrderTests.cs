using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>The counter sells what was set aside online (product.md, "The counter wins"): through the till's door and the bus.</summary>
public sealed class ShortOrderTests(Market market) : IClassFixture<Market>
{
    private static int sales;

    [Fact]
    public async Task An_unpaid_order_whose_goods_went_over_the_counter_is_cancelled_with_the_cause_told()
    {
        var (sku, stock) = await Everything();
        var order = await (await Market.Order(market.Citizen, (sku.SkuId, stock.Online))).Json(201);
        await Sell(sku, stock.Counter);
        await Eventually.Passes(async () => Assert.Equal("Cancelled", (await Detail(order)).Text("state")));
        Assert.Equal(("shortage", "counter-sale"), ((await Detail(order)).Text("cancelReason"), (await Detail(order)).Text("shortageCause")));
    }

    [Fact]
    public async Task A_buyer_who_paid_chooses_the_money_on_the_orders_page()
    {
        var (shopper, order, sku) = await PaidAndShort();
        Assert.Contains("缺", shopper.Text, StringComparison.Ordinal);
        await shopper.Press("form:has([value=refund])", "退还缺货部分");
        var missing = await market.Look(db => db.Set<OrderLine>().Where(x => x.SkuId == sku.SkuId).Select(x => new { x.MissingQuantity, x.RefundedFen }).SingleAsync());
        Assert.Equal(sku.PriceFen * missing.MissingQuantity, missing.RefundedFen);
        await Eventually.Passes(async () => Assert.Equal(missing.RefundedFen, await market.Look(db => db.Refunds.Where(x => x.OrderId == order).SumAsync(x => x.AmountFen))));
        Assert.Contains("已退", shopper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buyer_who_wants_something_else_is_refunded_and_shown_what_the_county_has()
    {
        var (shopper, order, sku) = await PaidAndShort();
        await shopper.Press("form:has([value=refund])", "退款并另选商品");
        Assert.StartsWith("/search?q=", shopper.At, StringComparison.Ordinal);
        var missing = await market.Look(db => db.Set<OrderLine>().Where(x => x.OrderId == order).Select(x => new { x.MissingQuantity, x.RefundedFen }).SingleAsync());
        Assert.Equal(sku.PriceFen * missing.MissingQuantity, missing.RefundedFen);
    }

    [Fact]
    public async Task A_buyer_who_waits_gets_the_pieces_when_goods_come_in()
    {
        var (shopper, order, sku) = await PaidAndShort();
        await shopper.Press("form:has([value=wait])", "等待补货");
        Assert.Contains("正在为您补货", shopper.Text, StringComparison.Ordinal);
        await Eventually.Passes(async () => Assert.Equal(TopUpState.Refused, await market.Look(db => db.Orders.Where(x => x.Id == order).SelectMany(x => x.TopUps).Select(x => x.State).SingleAsync())));
        using var receipt = new HttpRequestMessage(HttpMethod.Post, "/api/showroom/receipts") { Content = JsonContent.Create(new { locationId = await Showroom(), lines = new[] { new { skuId = sku.SkuId, quantity = 200 } } }) };
        receipt.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await (await (await market.Host.SignedIn("manager")).SendAsync(receipt)).Json(201);
        market.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        await Eventually.Passes(async () => Assert.Null((await market.Look(db => db.Orders.AsNoTracking().SingleAsync(x => x.Id == order))).ShortageSince));
        Assert.DoesNotContain("补货", (await (await new Shopper(market.Host).SignIn("citizen")).Open(shopper.At)).Text, StringComparison.Ordinal);
    }

    private async Task<(Shopper Shopper, Guid Order, Goods Goods)> PaidAndShort()
    {
        var (sku, stock) = await Everything();
        var buyer = await market.Host.SignedIn("citizen");
        var order = await (await Market.Order(buyer, (sku.SkuId, stock.Online))).Json(201);
        await market.Pay(buyer, order);
        await Sell(sku, stock.Counter);
        var id = order.GetProperty("id").GetGuid();
        await Eventually.Passes(async () => Assert.NotNull((await market.Look(db => db.Orders.AsNoTracking().SingleAsync(x => x.Id == id))).ShortageSince));
        var shopper = await (await new Shopper(market.Host).SignIn("citizen")).Open($"/me/orders/{order.Text("number")}");
        return (shopper, id, sku);
    }

    /// <summary>A SKU of which everything can be ordered, the showroom's part included.</summary>
    private async Task<(Goods Goods, (int Online, int Counter) Stock)> Everything()
    {
        var manager = await market.Host.SignedIn("manager");
        var showroom = await Showroom();
        while (true)
        {
            var sku = market.Take();
            var items = (await manager.GetFromJsonAsync<JsonElement>($"/api/showroom/stock?skuId={sku.SkuId}")).GetProperty("items").EnumerateArray().ToList();
            var there = items.FirstOrDefault(x => x.GetProperty("locationId").GetGuid() == showroom);
            if (there.ValueKind == JsonValueKind.Undefined || there.Number("available") < 2 || sku.Available > 900) continue;
            return (sku, ((int)sku.Available, (int)there.Number("onHand")));
        }
    }

    private async Task<Guid> Showroom()
    {
        var points = await new Shopper(market.Host).SignIn("citizen");
        await points.Add(market.Take().SkuId, 1, next: "buy");
        return Guid.Parse(points.Page.QuerySelectorAll("[name=point] option").First(x => x.TextContent.Contains("展销中心", StringComparison.Ordinal)).GetAttribute("value")!);
    }

    private async Task Sell(Goods sku, int quantity)
    {
        var body = new { deviceId = "till-0001", localNumber = Interlocked.Increment(ref sales), soldAt = market.Host.Clock.GetUtcNow(), lines = new[] { new { skuId = sku.SkuId, quantity } }, tenders = new[] { new { kind = "Cash", amountFen = 100_000_00 } } };
        using var sale = new HttpRequestMessage(HttpMethod.Post, "/api/showroom/sales") { Content = JsonContent.Create(body) };
        sale.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await (await (await market.Host.SignedIn("cashier")).SendAsync(sale)).Json(201);
    }

    private async Task<JsonElement> Detail(JsonElement order) => await (await market.Citizen.GetAsync($"/api/ordering/orders/{order.Text("id")}")).Json(200);
}
