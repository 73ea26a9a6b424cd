using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>A platform of its own: these tests move its clock.</summary>
public sealed class TimePassesTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task An_unpaid_order_expires_after_thirty_minutes_and_its_goods_can_be_had_again()
    {
        var sku = market.Take();
        var all = (int)Math.Min(sku.Available, 999);
        var order = await (await Market.Order((await Citizen()), (sku.SkuId, all))).Json(201);
        market.Host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("Reserved", await State(order));
        market.Host.Clock.Advance(TimeSpan.FromMinutes(1.5));
        await Eventually.Passes(async () => Assert.Equal("Cancelled", await State(order)));
        var detail = await Detail(order);
        Assert.Equal("expired", detail.Text("cancelReason"));
        await Eventually.Passes(async () => Assert.Equal(201, (int)(await Market.Order((await Neighbour()), (sku.SkuId, all))).StatusCode));
    }

    [Fact]
    public async Task A_paid_order_is_packed_shipped_received_and_completed_by_itself()
    {
        var order = await Paid();
        var fulfilment = $"/api/ordering/orders/{order.Text("id")}/fulfilment";
        await (await (await Citizen()).PostAsJsonAsync(fulfilment, new { step = "Pack" })).Problem(403);
        await (await (await Operator()).PostAsJsonAsync(fulfilment, new { step = "Ship", carrier = "顺丰", trackingNumber = "SF1234567890" })).Problem(409, "order.not-packed");
        await (await (await Operator()).PostAsJsonAsync(fulfilment, new { step = "Pack" })).Json(200);
        foreach (var bad in new[] { "", "SF12345", "SF1234567890123456789", "SF-12345-67890", "运单号运单号运单号运单号" })
            Assert.Contains("trackingNumber", (await (await (await Operator()).PostAsJsonAsync(fulfilment, new { step = "Ship", carrier = "顺丰", trackingNumber = bad })).Problem(400)).GetRawText(), StringComparison.Ordinal);
        await (await (await Operator()).PostAsJsonAsync(fulfilment, new { step = "Ship", carrier = "顺丰", trackingNumber = "SF1234567890" })).Json(200);
        await (await (await Citizen()).PostAsync($"/api/ordering/orders/{order.Text("id")}/cancel", null)).Problem(409, "order.too-late-to-cancel");

        await (await (await Neighbour()).PostAsync($"/api/ordering/orders/{order.Text("id")}/receipt", null)).Problem(404);
        Assert.Equal(204, (int)(await (await Citizen()).PostAsync($"/api/ordering/orders/{order.Text("id")}/receipt", null)).StatusCode);
        Assert.Equal("Delivered", await State(order));
        market.Host.Clock.Advance(TimeSpan.FromDays(7.1));
        await Eventually.Passes(async () => Assert.Equal("Completed", await State(order)));
    }

    [Fact]
    public async Task A_paid_order_that_falls_short_is_refunded_by_itself_after_two_hours()
    {
        var order = await Paid();
        var id = order.GetProperty("id").GetGuid();
        var line = await market.Look(db => db.Set<OrderLine>().SingleAsync(x => x.OrderId == id));
        await market.Look(async db =>
        {
            var found = await db.Orders.Include(x => x.Lines).SingleAsync(x => x.Id == id);
            found.FallShort(line.SkuId, 1, "counter-sale", Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("counter-sale", (await Detail(order)).Text("shortageCause"));
        market.Host.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Null(await Refunded(id));
        market.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Passes(async () => Assert.Equal(line.PriceFen, await Refunded(id)));
    }

    // Tokens run out as the clock moves.
    private Task<HttpClient> Citizen() => market.Host.SignedIn("citizen");

    private Task<HttpClient> Neighbour() => market.Host.SignedIn("citizen2");

    private Task<HttpClient> Operator() => market.Host.SignedIn("operator");

    private DateTime Now => market.Host.Clock.GetUtcNow().UtcDateTime;

    private Task<long?> Refunded(Guid id) => market.Look(db => db.Set<OrderLine>().Where(x => x.OrderId == id && x.RefundedFen > 0).Select(x => (long?)x.RefundedFen).FirstOrDefaultAsync());

    private async Task<JsonElement> Paid()
    {
        var order = await (await Market.Order(await Citizen(), (market.Take().SkuId, 3))).Json(201);
        var id = order.GetProperty("id").GetGuid();
        await market.Look(async db =>
        {
            (await db.Orders.Include(x => x.Lines).SingleAsync(x => x.Id == id)).MarkPaid(Now);
            return await db.SaveChangesAsync();
        });
        return order;
    }

    private async Task<JsonElement> Detail(JsonElement order) => await (await (await Citizen()).GetAsync($"/api/ordering/orders/{order.Text("id")}")).Json(200);

    private async Task<string> State(JsonElement order) => (await Detail(order)).Text("state");
}
