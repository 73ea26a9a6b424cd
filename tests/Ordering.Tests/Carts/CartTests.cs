using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Carts;

[Collection(OnTheMarket.Name)]
public sealed class CartTests(Market market)
{
    private const string Cart = "form#cart";

    [Fact]
    public async Task A_guest_fills_a_cart_without_script_and_sees_it_by_cooperative()
    {
        var (one, two) = (market.Take(), market.Take());
        var shopper = await new Shopper(market.Host).Add(one.SkuId, 2);
        Assert.StartsWith("/cart", shopper.At, StringComparison.Ordinal);
        await shopper.Add(two.SkuId);
        Assert.Contains(one.Name, shopper.Text, StringComparison.Ordinal);
        Assert.Contains($"{(one.PriceFen * 2 + two.PriceFen) / 100m:0.00}", shopper.Text, StringComparison.Ordinal);
        Assert.NotEmpty(shopper.Page.QuerySelectorAll(".group-h"));
        var summary = await shopper.Browser.GetFromJsonAsync<JsonElement>("/cart/summary");
        Assert.Equal((3, false), (summary.Number("count"), summary.GetProperty("signedIn").GetBoolean()));
    }

    [Fact]
    public async Task A_script_hears_what_happened_and_how_many_pieces_there_are()
    {
        var browser = market.Host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cart/lines") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["skuId"] = market.Take().SkuId.ToString(), ["quantity"] = "3", ["next"] = "stay" }) };
        request.Headers.Add("X-Requested-With", "fetch");
        var answer = await (await browser.SendAsync(request)).Json(200);
        Assert.Equal(("已加入购物车", 3), (answer.Text("message"), answer.Number("cartCount")));
    }

    [Fact]
    public async Task The_guests_cart_joins_the_persons_at_sign_in_with_equal_articles_added_up()
    {
        var (name, both, mine, theirs) = (await market.NewBuyer(), market.Take(), market.Take(), market.Take());
        var home = await new Shopper(market.Host).SignIn(name);
        await (await home.Add(both.SkuId, 2)).Add(mine.SkuId);

        var away = await (await new Shopper(market.Host).Add(both.SkuId, 3)).Add(theirs.SkuId);
        await away.SignIn(name);
        Assert.Equal(7, (await away.Browser.GetFromJsonAsync<JsonElement>("/cart/summary")).Number("count"));
        await away.Open("/cart");
        Assert.Equal("5", away.Page.QuerySelector($"[name='quantity-{both.SkuId}']")!.GetAttribute("value"));
        Assert.Equal(3, away.Page.QuerySelectorAll(".line").Length);
        Assert.DoesNotContain("zf_guest", string.Join(';', (await away.Browser.GetAsync("/cart")).RequestMessage!.Headers.Select(x => x.Key)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_out_of_a_guest_leads_over_the_login_with_the_cart_kept()
    {
        var (one, two) = (market.Take(), market.Take());
        var shopper = await (await new Shopper(market.Host).Add(one.SkuId)).Add(two.SkuId, 2);
        await shopper.Press(Cart, "结算(3)");
        Assert.StartsWith("/login", shopper.At, StringComparison.Ordinal);
        await shopper.Press("form:has([name='Form.Name'])", null, ("Form.Name", await market.NewBuyer()), ("Form.Password", GatewayHost.DemoPassword));
        Assert.Equal("/checkout", shopper.At);
        Assert.Equal(2, shopper.Page.QuerySelectorAll(".line").Length);
    }

    [Fact]
    public async Task Quantities_change_lines_go_and_ticks_decide_what_is_paid()
    {
        var (one, two) = (market.Take(), market.Take());
        var shopper = await (await new Shopper(market.Host).Add(one.SkuId)).Add(two.SkuId);
        await shopper.Press(Cart, "更新", ($"quantity-{one.SkuId}", "4"), ($"select-{two.SkuId}", null));
        Assert.Equal(one.PriceFen * 4, Total(shopper));
        await shopper.Press(Cart, "更新", ($"quantity-{one.SkuId}", "0"));
        Assert.Contains("1–999", shopper.Text, StringComparison.Ordinal);
        var remove = shopper.Prepare(Cart, "更新");
        remove.Fields.RemoveAll(x => x.Key == "do");
        remove.Fields.Add(new("do", $"remove:{one.SkuId}"));
        await shopper.Send(remove);
        Assert.Single(shopper.Page.QuerySelectorAll(".line"));
    }

    [Fact]
    public async Task The_cart_says_what_changed_since_an_article_was_added()
    {
        var (cheaper, scarce, gone) = (market.Take(), market.Take(), market.Take());
        var shopper = new Shopper(market.Host);
        await shopper.Add(cheaper.SkuId);
        await shopper.Add(scarce.SkuId, 15);
        await shopper.Add(gone.SkuId);
        market.Offers.Change(cheaper.SkuId, offer => offer with { PriceFen = offer.PriceFen - 300 });
        market.Offers.Show(scarce.SkuId, 12);
        market.Offers.Change(gone.SkuId, offer => offer with { IsOnSale = false });
        await shopper.Open("/cart");
        Assert.Contains("比加入时降 ¥3.00", shopper.Text, StringComparison.Ordinal);
        Assert.Contains("库存只剩 12 件，已为您改为 12 件", shopper.Text, StringComparison.Ordinal);
        Assert.Contains("失效商品", shopper.Text, StringComparison.Ordinal);
        Assert.Equal(cheaper.PriceFen - 300 + scarce.PriceFen * 12, Total(shopper));
        await shopper.Press(Cart, "清空失效商品");
        Assert.DoesNotContain("失效商品", shopper.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("0"), InlineData("-1"), InlineData("1000"), InlineData("1.5"), InlineData("2e3"), InlineData("99999999999")]
    public async Task A_quantity_that_is_none_adds_nothing_and_says_what_is_wrong(string quantity)
    {
        var shopper = new Shopper(market.Host);
        await shopper.Browser.PostAsync("/cart/lines", Fields(market.Take().SkuId.ToString(), quantity));
        Assert.Equal(0, (await shopper.Browser.GetFromJsonAsync<JsonElement>("/cart/summary")).Number("count"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cart/lines") { Content = Fields(market.Take().SkuId.ToString(), quantity) };
        request.Headers.Add("X-Requested-With", "fetch");
        Assert.Equal("数量须在 1–999 之间", (await (await shopper.Browser.SendAsync(request)).Json(400)).Text("message"));
        Assert.Equal(400, (int)(await shopper.Browser.PostAsync("/cart/lines", Fields("x", "1"))).StatusCode);
    }

    private static FormUrlEncodedContent Fields(string skuId, string quantity) => new(new Dictionary<string, string> { ["skuId"] = skuId, ["quantity"] = quantity });

    [Fact]
    public async Task Nobody_sees_the_cart_of_another()
    {
        await new Shopper(market.Host).Add(market.Take().SkuId);
        var other = await new Shopper(market.Host).Open("/cart");
        Assert.Contains("购物车还是空的", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_twenty_adds_at_once_each_counts()
    {
        var shopper = await new Shopper(market.Host).Add(market.Take().SkuId);
        var sku = market.Take();
        market.Offers.Show(sku.SkuId, 100);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shopper.Browser.PostAsync("/cart/lines", Fields(sku.SkuId.ToString(), "1")))));
        Assert.All(answers, answer => Assert.Equal(303, (int)answer.StatusCode));
        await shopper.Open("/cart");
        Assert.Equal("20", Quantity(shopper, sku));
    }

    [Fact]
    public async Task A_sign_in_while_pieces_are_added_loses_none()
    {
        var (name, sku) = (await market.NewBuyer(), market.Take());
        market.Offers.Show(sku.SkuId, 100);
        var home = await (await new Shopper(market.Host).SignIn(name)).Add(sku.SkuId);
        var away = await new Shopper(market.Host).Add(sku.SkuId, 5);
        await Task.WhenAll([away.SignIn(name), .. Enumerable.Range(0, 10).Select(_ => Task.Run(() => home.Browser.PostAsync("/cart/lines", Fields(sku.SkuId.ToString(), "1"))))]);
        await home.Open("/cart");
        Assert.Equal("16", Quantity(home, sku));
    }

    [Fact]
    public async Task More_than_there_is_becomes_what_there_is_and_the_line_says_so()
    {
        var (scarce, plenty) = (market.Take(), market.Take());
        var shopper = await (await new Shopper(market.Host).Add(plenty.SkuId)).Add(scarce.SkuId);
        market.Offers.Show(scarce.SkuId, 12);
        await shopper.Press(Cart, "更新", ($"quantity-{scarce.SkuId}", "20"));
        Assert.Equal("12", Quantity(shopper, scarce));
        var note = Assert.Single(shopper.Page.QuerySelectorAll(".line .warnline"));
        Assert.Contains("库存只剩 12 件", note.TextContent, StringComparison.Ordinal);
        Assert.Contains(scarce.Name, note.Closest(".line")!.TextContent, StringComparison.Ordinal);

        await shopper.Press(Cart, "结算(13)", ($"quantity-{scarce.SkuId}", "13"));
        Assert.StartsWith("/cart?", shopper.At, StringComparison.Ordinal); // the buyer reads it before the checkout
        Assert.Contains("库存只剩 12 件", shopper.Text, StringComparison.Ordinal);
        await shopper.Press(Cart, "更新", ($"quantity-{scarce.SkuId}", "11"));
        Assert.Empty(shopper.Page.QuerySelectorAll(".line .warnline"));
    }

    [Theory, InlineData("cart"), InlineData("buy")]
    public async Task Who_adds_more_than_there_is_gets_what_there_is_and_reads_it(string next)
    {
        var scarce = market.Take();
        market.Offers.Show(scarce.SkuId, 12);
        var shopper = await new Shopper(market.Host).Add(scarce.SkuId, 20, next);
        Assert.StartsWith("/cart?cut=", shopper.At, StringComparison.Ordinal);
        Assert.Contains("库存只剩 12 件", shopper.Page.QuerySelector(".line .warnline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12", Quantity(shopper, scarce));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cart/lines") { Content = Fields(scarce.SkuId.ToString(), "1") };
        request.Headers.Add("X-Requested-With", "fetch");
        var answer = await (await shopper.Browser.SendAsync(request)).Json(200);
        Assert.Equal(12, answer.Number("cartCount"));
        Assert.Contains("库存只剩 12 件", answer.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_are_told_that_the_cart_is_kept_and_people_who_are_known_are_not()
    {
        var guest = await new Shopper(market.Host).Add(market.Take().SkuId);
        Assert.Contains("登录后结算", guest.Text, StringComparison.Ordinal);
        await guest.SignIn(await market.NewBuyer());
        await guest.Open("/cart");
        Assert.DoesNotContain("登录后结算", guest.Text, StringComparison.Ordinal);
    }

    private static string? Quantity(Shopper shopper, Goods goods) => shopper.Page.QuerySelector($"[name='quantity-{goods.SkuId}']")!.GetAttribute("value");

    private static long Total(Shopper shopper) => (long)(decimal.Parse(shopper.Page.QuerySelector(".submit .price")!.TextContent.Split('¥')[1]) * 100);
}
