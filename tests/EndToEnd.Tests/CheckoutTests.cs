using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>From the cart to the order, and what can go wrong on the way.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CheckoutTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Theory, InlineData("requester", true), InlineData("approver", false)]
    public async Task A_double_tap_places_one_order(string buyer, bool javaScript)
    {
        var page = await site.Page(javaScript: javaScript);
        await Site.SignIn(page, buyer);
        await page.AddToCart(3);
        await page.AddAddress();
        await page.Button("提交订单").DblClickAsync();
        await page.WaitForURLAsync(new Regex("/pay/"));
        await page.GotoAsync("/me/orders");
        await Expect(page.Locator("main .order")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_a_guest_chose_is_still_there_after_signing_in()
    {
        var page = await site.Page();
        await page.AddToCart(3);
        await page.AddToCart(5);
        await page.GotoAsync("/cart");
        await page.Button("结算(2)").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/login\?returnUrl=%2Fcheckout$"));
        await page.Locator("main input[autocomplete=username]").FillAsync("receiver");
        await page.Locator("main input[type=password]").FillAsync(GatewayHost.DemoPassword);
        await page.Button("登录").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
        await Expect(page.Locator("main .line")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_address_with_mistakes_says_where_and_keeps_what_was_typed()
    {
        var page = await site.Page();
        await Site.SignIn(page, "finance");
        await page.GotoAsync("/me/addresses/new");
        await page.GetByLabel("手机号").FillAsync("12");
        await page.GetByLabel("详细地址").FillAsync("展销路 8 号");
        await page.Button("保存").ClickAsync();

        var summary = page.Locator(".error-summary");
        await Expect(summary).ToBeFocusedAsync();
        var invalid = page.Locator("main [aria-invalid=true]");
        await Expect(invalid).ToHaveCountAsync(6); // name, telephone, and each level of the region
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
        await Expect(page.GetByLabel("手机号")).ToHaveValueAsync("12");
        await Expect(page.GetByLabel("详细地址")).ToHaveValueAsync("展销路 8 号");
        await summary.GetByRole(AriaRole.Link, new() { Name = "请填写收货人" }).ClickAsync();
        await Expect(page.GetByLabel("收货人")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Fresh_goods_are_ordered_only_by_those_who_confirmed_that_they_stay()
    {
        var page = await site.Page();
        await Site.SignIn(page, "supplier");
        await page.AddToCart(2);
        await page.AddAddress();
        await page.Button("提交订单").ClickAsync();
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("寻乌脐橙");
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
        var api = await site.Host.SignedIn("supplier");
        Assert.Empty(await Orders(api));

        await page.PlaceOrder();
        Assert.Single(await Orders(api));
    }

    [Fact]
    public async Task A_price_that_changed_meanwhile_is_shown_old_and_new_and_the_second_press_orders()
    {
        var page = await site.Page();
        await Site.SignIn(page, "cashier");
        await page.AddToCart(3);
        await page.AddAddress();
        var rice = await site.Host.Article("P0003-1");
        var price = page.Locator("main .line .price");
        var before = Yuan(await price.InnerTextAsync());
        site.Offers.Change(rice, offer => offer with { PriceFen = offer.PriceFen + 350 });
        try
        {
            await page.Button("提交订单").ClickAsync();
            var line = page.Locator("main .line");
            await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
            var after = Yuan(await price.InnerTextAsync());
            Assert.NotEqual(before, after);
            await Expect(line.Locator(".warnline")).ToHaveTextAsync(new Regex($"¥{before}.*¥{after}")); // the old one and the new one
            var api = await site.Host.SignedIn("cashier");
            Assert.Empty(await Orders(api));
            await page.PlaceOrder();
        }
        finally { site.Offers.Change(rice, offer => offer); }
    }

    [Fact]
    public async Task More_than_there_is_becomes_what_there_is_and_the_line_says_so()
    {
        var page = await site.Page();
        await page.AddToCart(5);
        await page.GotoAsync("/cart");
        var article = Guid.Parse((await page.Locator("main .line input[type=number]").GetAttributeAsync("name"))!["quantity-".Length..]);
        site.Offers.Show(article, 12);
        var quantity = page.Locator("main .line input[type=number]");
        await quantity.FillAsync("20");
        await quantity.PressAsync("Enter");
        await Expect(page.Locator("main .line .warnline")).ToContainTextAsync("库存只剩 12 件");
        await Expect(quantity).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task Who_paid_can_take_it_back_for_ten_minutes_and_asks_for_a_refund_after_that()
    {
        var buyer = await site.Host.SignedIn("manager");
        var rice = await site.Host.Article("P0003-1");
        var (regretted, kept) = (await buyer.Order(rice), await buyer.Order(rice));
        await buyer.Pay(regretted);
        await buyer.Pay(kept);
        var page = await site.Page();
        await Site.SignIn(page, "manager");

        site.Host.Clock.Advance(TimeSpan.FromMinutes(3));
        await page.GotoAsync($"/me/orders/{regretted.GetProperty("number").GetString()}");
        await page.Link("取消订单").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "取消订单", Exact = true }).ClickAsync();
        await page.Reaches($"/me/orders/{regretted.GetProperty("number").GetString()}", "已取消");
        await Eventually.True(async () => (await (await site.Host.SignedIn("operator")).Read("/api/ordering/payments")).GetProperty("standing").EnumerateArray()
            .Concat((await (await site.Host.SignedIn("operator")).Read("/api/ordering/payments")).GetProperty("waiting").EnumerateArray()).Any(x => x.GetProperty("orderNumber").GetString() == regretted.GetProperty("number").GetString()));

        site.Host.Clock.Advance(TimeSpan.FromMinutes(8));
        await page.GotoAsync($"/me/orders/{kept.GetProperty("number").GetString()}");
        await Expect(page.Link("申请退款")).ToBeVisibleAsync();
        await Expect(page.Link("取消订单")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_tab_counts_what_it_lists_and_each_order_offers_what_can_be_done()
    {
        var (buyer, staff) = (await site.Host.SignedIn("subcentre"), await site.Host.SignedIn("operator"));
        var rice = await site.Host.Article("P0003-1");
        await buyer.Order(rice);
        await buyer.Do($"/api/ordering/orders/{(await buyer.Order(rice)).GetProperty("id").GetGuid()}/cancel");
        var orders = new List<Guid>();
        for (var i = 0; i < 4; i++) orders.Add(await buyer.Pay(await buyer.Order(rice)));
        foreach (var order in orders[1..]) await staff.Do($"/api/ordering/orders/{order}/fulfilment", new { step = "Pack" });
        foreach (var order in orders[2..]) await staff.Do($"/api/ordering/orders/{order}/fulfilment", new { step = "Ship", carrier = "顺丰", trackingNumber = "SF1234567890" });
        await buyer.Do($"/api/ordering/orders/{orders[3]}/receipt");

        var page = await site.Page();
        await Site.SignIn(page, "subcentre");
        foreach (var (tab, count, buttons) in new[]
        {
            ("全部", 6, ""), ("待付款", 1, "取消订单 去支付"), ("待发货", 2, ""), ("待收货", 1, "确认收货"), ("已完成", 1, "再次购买"), ("已取消", 1, "再次购买"),
        })
        {
            await page.GotoAsync("/me/orders");
            await page.Locator("main nav.tabs").GetByRole(AriaRole.Link, new() { Name = $"{tab} {count}", Exact = true }).ClickAsync();
            await Expect(page.Locator("main nav.tabs [aria-current=page]")).ToContainTextAsync(tab);
            await Expect(page.Locator("main .order")).ToHaveCountAsync(count);
            if (tab == "全部") continue;
            foreach (var card in await page.Locator("main .order .btns").AllAsync())
                Assert.Equal(buttons, string.Join(' ', await card.Locator(".btn").AllInnerTextsAsync()));
        }
    }

    private static string Yuan(string price) => Regex.Match(price, @"\d+\.\d\d").Value;

    private static async Task<IEnumerable<JsonElement>> Orders(HttpClient buyer) => (await buyer.Read("/api/ordering/orders")).GetProperty("items").EnumerateArray();
}
