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
            ("全部", 6, ""), ("待付款", 1, "取消订单 查看详情 去支付"), ("待发货", 2, "查看详情"), ("待收货", 1, "查看详情 确认收货"), ("已完成", 1, "查看详情"), ("已取消", 1, "查看详情"),
        })
        {
            await page.GotoAsync("/me/orders");
            await page.Locator("main nav.tabs").GetByRole(AriaRole.Link, new() { Name = $"{tab} {count}", Exact = true }).ClickAsync();
            await Expect(page.Locator("main nav.tabs [aria-current=page]")).ToContainTextAsync(tab);
            await Expect(page.Locator("main .order")).ToHaveCountAsync(count);
            if (buttons.Length == 0) continue;
            foreach (var card in await page.Locator("main .order .btns").AllAsync())
                Assert.Equal(buttons, string.Join(' ', await card.Locator(".btn").AllInnerTextsAsync()));
        }
    }

    private static async Task<IEnumerable<JsonElement>> Orders(HttpClient buyer) => (await buyer.Read("/api/ordering/orders")).GetProperty("items").EnumerateArray();
}
