using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;

namespace ZhongFu.Ordering.Tests.Orders;

[Collection(OnTheMarket.Name)]
public sealed class PlaceOrderTests(Market market)
{
    [Fact]
    public async Task An_order_is_answered_when_its_goods_are_set_aside()
    {
        var sku = market.Take();
        var order = await (await Market.Order(market.Citizen, (sku.SkuId, 2))).Json(201);
        Assert.Equal("Reserved", order.Text("state"));
        Assert.Equal(sku.PriceFen * 2, order.Number("goodsFen"));
        Assert.Equal(order.Number("goodsFen") + order.Number("freightFen"), order.Number("totalFen"));
        Assert.Matches("^FH20261123[0-9]{6}$", order.Text("number"));
        Assert.Equal(market.Host.Clock.GetUtcNow().AddMinutes(30), order.GetProperty("payBy").GetDateTimeOffset());
    }

    [Fact]
    public async Task Fifty_posts_with_one_key_make_one_order_and_all_answers_are_equal()
    {
        var (sku, key) = (market.Take(), Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await (await Market.Order(market.Citizen, key, Market.Home, (sku.SkuId, 1))).Json(201)));
        Assert.Single(answers.Select(x => x.GetRawText()).Distinct());
        Assert.Equal(1, await market.Look(db => db.Set<OrderLine>().CountAsync(x => x.SkuId == sku.SkuId)));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_changes_nothing()
    {
        var (sku, key) = (market.Take(), Guid.NewGuid().ToString());
        await (await Market.Order(market.Citizen, key, Market.Home, (sku.SkuId, 1))).Json(201);
        await (await Market.Order(market.Citizen, key, Market.Home, (sku.SkuId, 2))).Problem(422, "idempotency-key-reused");
        Assert.Equal(1, await market.Look(db => db.Set<OrderLine>().CountAsync(x => x.SkuId == sku.SkuId)));
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_order_and_shows_nothing_of_the_first()
    {
        var (sku, key) = (market.Take(), Guid.NewGuid().ToString());
        var mine = await (await Market.Order(market.Citizen, key, Market.Home, (sku.SkuId, 1))).Json(201);
        var theirs = await (await Market.Order(market.Neighbour, key, Market.Home, (sku.SkuId, 1))).Json(201);
        Assert.NotEqual(mine.Text("id"), theirs.Text("id"));
    }

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("1000"), InlineData("2147483648"), InlineData("1.5"), InlineData("\"2e3\""), InlineData("\"2\""), InlineData("NaN"), InlineData("null"), InlineData("1e400")]
    public async Task A_quantity_that_is_none_is_refused_with_the_field_named(string quantity)
    {
        var sku = market.Take();
        var answer = await Post($$"""{"lines":[{"skuId":"{{sku.SkuId}}","quantity":{{quantity}}}],"delivery":{{JsonSerializer.Serialize(Market.Home)}}}""");
        var problem = await answer.Problem(400);
        if (quantity != "NaN") Assert.Contains("quantity", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await market.Look(db => db.Set<OrderLine>().CountAsync(x => x.SkuId == sku.SkuId)));
    }

    [Theory]
    [InlineData("\"priceFen\":1"), InlineData("\"totalFen\":1"), InlineData("\"state\":\"Paid\""), InlineData("\"buyerKey\":\"x\"")]
    public async Task What_a_client_thinks_of_prices_states_and_owners_is_refused(string field)
    {
        var answer = await Post($$"""{"lines":[{"skuId":"{{market.Take().SkuId}}","quantity":1}],"delivery":{{JsonSerializer.Serialize(Market.Home)}},{{field}}}""");
        await answer.Problem(400);
    }

    [Fact]
    public async Task Two_lines_of_one_sku_above_the_stock_are_refused_as_one_and_nothing_is_kept_aside()
    {
        var sku = market.Take();
        Assert.True(sku.Available < 999);
        var half = (int)sku.Available / 2 + 1;
        var problem = await (await Market.Order(market.Citizen, (sku.SkuId, half), (sku.SkuId, half))).Problem(409, "order.no-stock");
        var line = Assert.Single(problem.GetProperty("details").GetProperty("lines").EnumerateArray());
        Assert.Equal((sku.SkuId, half * 2, sku.Available), (line.GetProperty("skuId").GetGuid(), line.Number("requested"), line.Number("available")));
        await (await Market.Order(market.Citizen, (sku.SkuId, (int)sku.Available))).Json(201);
    }

    [Fact]
    public async Task A_crowd_gets_exactly_what_is_there()
    {
        var sku = market.Take();
        var buyers = (int)sku.Available / 10 + 5;
        var answers = await Task.WhenAll(Enumerable.Range(0, buyers).Select(_ => Market.Order(market.Citizen, (sku.SkuId, 10))));
        Assert.Equal((int)sku.Available / 10, answers.Count(x => (int)x.StatusCode == 201));
        Assert.Equal(5, answers.Count(x => (int)x.StatusCode == 409));
    }

    [Fact]
    public async Task An_article_nobody_sells_is_refused_by_name()
    {
        var nothing = Guid.CreateVersion7();
        var problem = await (await Market.Order(market.Citizen, (nothing, 1))).Problem(409, "order.not-on-sale");
        Assert.Contains(nothing.ToString(), problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("province", "45"), InlineData("street", "440305001"), InlineData("phone", "12345"), InlineData("recipient", ""), InlineData("detail", ""), InlineData("kind", "Drone"), InlineData("recipient", "\u200b\u2060"), InlineData("detail", "\u202e\u0001")]
    public async Task A_delivery_that_cannot_be_is_refused_with_the_field_named(string field, string value)
    {
        var delivery = JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(Market.Home))!;
        delivery[field] = value;
        var problem = await (await Market.Order(market.Citizen, Guid.NewGuid().ToString(), delivery, (market.Take().SkuId, 1))).Problem(400);
        Assert.Contains($"delivery.{(field == "province" ? "" : field)}", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("44", "4403", "440307", "440307003"), InlineData("440000", "440300", "440307", "440307003"), InlineData("广东省", "深圳市", "龙岗区", "平湖街道")]
    public async Task A_region_may_be_named_by_short_code_long_code_or_name(string province, string city, string district, string street)
    {
        var order = await (await Market.Order(market.Citizen, Guid.NewGuid().ToString(), new { kind = "Courier", recipient = "李雷", phone = "13800138000", province, city, district, street, detail = "1 号" }, (market.Take().SkuId, 1))).Json(201);
        var id = order.GetProperty("id").GetGuid();
        Assert.Equal("440307003", await market.Look(db => db.Orders.Where(x => x.Id == id).Select(x => x.Delivery.RegionCode).SingleAsync()));
    }

    [Fact]
    public async Task Numbers_are_never_given_twice()
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await market.Reserved()).Text("number")));
        Assert.Equal(12, orders.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_buys_without_a_key_a_line_or_a_session()
    {
        await (await market.Citizen.PostAsync("/api/ordering/orders", new StringContent("{}", Encoding.UTF8, "application/json"))).Problem(400, "idempotency-key-required");
        await (await Market.Order(market.Citizen)).Problem(400);
        await (await Market.Order(market.Citizen, [.. Enumerable.Range(0, 101).Select(_ => (Guid.NewGuid(), 1))])).Problem(400);
        await (await Market.Order(market.Host.Anonymous(), (market.Take().SkuId, 1))).Problem(401);
    }

    private async Task<HttpResponseMessage> Post(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ordering/orders") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await market.Citizen.SendAsync(request);
    }
}
