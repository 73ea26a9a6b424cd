using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

[Collection(OnTheMarket.Name)]
public sealed class TrackAndCancelTests(Market market)
{
    [Fact]
    public async Task A_buyer_reads_their_order_an_operator_every_and_a_neighbour_none()
    {
        var order = await market.Reserved(quantity: 2);
        var path = $"/api/ordering/orders/{order.Text("id")}";
        var detail = await (await market.Citizen.GetAsync(path)).Json(200);
        Assert.Equal((order.Text("number"), "Reserved", order.Number("totalFen")), (detail.Text("number"), detail.Text("state"), detail.Number("totalFen")));
        Assert.Equal(2, Assert.Single(detail.GetProperty("lines").EnumerateArray()).Number("quantity"));
        await (await market.Operator.GetAsync(path)).Json(200);
        await (await market.Neighbour.GetAsync(path)).Problem(404);
        await (await market.Neighbour.PostAsync($"{path}/cancel", null)).Problem(404);
        await (await market.Host.Anonymous().GetAsync(path)).Problem(401);
        await (await market.Citizen.GetAsync($"/api/ordering/orders/{Guid.CreateVersion7()}")).Problem(404);
        await (await market.Citizen.GetAsync("/api/ordering/orders/not-an-id")).Problem(404);
    }

    [Fact]
    public async Task Cancelling_gives_the_goods_back_and_a_second_time_is_refused()
    {
        var sku = market.Take();
        var order = await (await Market.Order(market.Citizen, (sku.SkuId, (int)Math.Min(sku.Available, 999)))).Json(201);
        await (await Market.Order(market.Neighbour, (sku.SkuId, (int)Math.Min(sku.Available, 999)))).Problem(409);
        var cancelled = await (await market.Citizen.PostAsync($"/api/ordering/orders/{order.Text("id")}/cancel", null)).Json(200);
        Assert.Equal("Cancelled", cancelled.Text("state"));
        await (await market.Citizen.PostAsync($"/api/ordering/orders/{order.Text("id")}/cancel", null)).Problem(409, "order.cancelled-already");
        await Eventually.Passes(async () => Assert.Equal(201, (int)(await Market.Order(market.Neighbour, (sku.SkuId, (int)Math.Min(sku.Available, 999)))).StatusCode));
    }

    [Fact]
    public async Task Of_a_cancellation_and_a_payment_at_the_same_instant_exactly_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = (await market.Reserved()).GetProperty("id").GetGuid();
            var cancel = market.Citizen.PostAsync($"/api/ordering/orders/{id}/cancel", null);
            var pay = Try(() => market.Look(async db =>
            {
                var order = await db.Orders.Include(x => x.Lines).SingleAsync(x => x.Id == id);
                await Task.Delay(round); // lets the cancellation come between reading and saving
                order.MarkPaid(market.Host.Clock.GetUtcNow().UtcDateTime);
                return await db.SaveChangesAsync();
            }));
            var (cancelled, paid) = ((int)(await cancel).StatusCode == 200, await pay);
            var state = await market.Look(db => db.Orders.Where(x => x.Id == id).Select(x => x.State).SingleAsync());
            // Paying first and cancelling within the ten minutes is in order; what must not be is a payment after the cancellation.
            Assert.Equal(cancelled ? OrderState.Cancelled : OrderState.Paid, state);
            Assert.True(cancelled || paid);
        }
    }

    [Fact]
    public async Task The_list_shows_ones_own_newest_first_and_pages_to_the_end_without_gaps()
    {
        var buyer = await market.Host.SignedIn(await market.NewBuyer());
        var placed = new List<string>();
        for (var i = 0; i < 23; i++) placed.Add((await market.Reserved(buyer)).Text("number"));
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await (await buyer.GetAsync($"/api/ordering/orders{(cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}")}")).Json(200);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(x => x.Text("number")));
            cursor = page.GetProperty("cursor").GetString();
        } while (cursor is not null);
        placed.Reverse();
        Assert.Equal(placed, seen);
    }

    [Fact]
    public async Task The_list_is_filtered_by_state()
    {
        var buyer = await market.Host.SignedIn(await market.NewBuyer());
        var (one, two) = (await market.Reserved(buyer), await market.Reserved(buyer));
        await (await buyer.PostAsync($"/api/ordering/orders/{one.Text("id")}/cancel", null)).Json(200);
        var cancelled = await (await buyer.GetAsync("/api/ordering/orders?state=Cancelled")).Json(200);
        Assert.Equal(one.Text("number"), Assert.Single(cancelled.GetProperty("items").EnumerateArray()).Text("number"));
        var reserved = await (await buyer.GetAsync("/api/ordering/orders?state=Reserved")).Json(200);
        Assert.Equal(two.Text("number"), Assert.Single(reserved.GetProperty("items").EnumerateArray()).Text("number"));
    }

    [Theory]
    [InlineData("?cursor=xyz"), InlineData("?cursor=%00"), InlineData("?cursor=MXwx%27%3B--"), InlineData("?state=Nowhere"), InlineData("?state=3"), InlineData("?state=-1")]
    public async Task A_cursor_or_state_that_is_none_of_ours_is_refused(string query) => await (await market.Citizen.GetAsync("/api/ordering/orders" + query)).Problem(400);

    private static async Task<bool> Try(Func<Task<int>> work)
    {
        try { await work(); return true; }
        catch (Exception problem) when (problem is DbUpdateConcurrencyException or Platform.Domain.RuleBroken) { return false; }
    }
}
