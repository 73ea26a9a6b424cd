using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>From the search box to the paid order, as a buyer goes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task One_can_buy_pay_and_cancel_without_any_script()
    {
        var page = await site.Page("/", javaScript: false);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("mht");
        await page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "搜索", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/search\?q=mht"));
        await page.Locator("main .card a[href='/p/1']").ClickAsync();
        await page.Link("加入购物车").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "10斤装", Exact = true }).CheckAsync();
        await page.GetByLabel("数量", new() { Exact = true }).FillAsync("2");
        await page.Button("加入购物车").ClickAsync();
        await Expect(page.Locator("main .line")).ToHaveCountAsync(1);
        await Expect(page.Locator("main .line input[type=number]")).ToHaveValueAsync("2");

        await page.Button("结算(2)").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/login\?returnUrl="));
        await page.Locator("main input[autocomplete=username]").FillAsync("citizen");
        await page.Locator("main input[type=password]").FillAsync(TestKit.GatewayHost.DemoPassword);
        await page.Button("登录").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));

        await page.Link("新增地址").ClickAsync();
        await page.GetByLabel("收货人").FillAsync("李小禾");
        await page.GetByLabel("手机号").FillAsync("13800138000");
        foreach (var (level, region) in new[] { ("省", "江西省"), ("市", "赣州市"), ("区县", "寻乌县") })
        {
            await page.GetByLabel(level, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = region });
            await page.Button("更新地区").ClickAsync();
        }
        await page.GetByLabel("街道乡镇", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "长宁镇" });
        await page.GetByLabel("详细地址").FillAsync("东江源路 8 号");
        await page.Button("保存").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
        await Expect(page.Locator("main")).ToContainTextAsync("寻乌县");

        var number = await page.PlaceOrder();
        await page.PayInTheSandbox();
        await page.Reaches($"/me/orders/{number}", "待发货");
        await page.Link("取消订单").ClickAsync();
        await page.Button("取消订单").ClickAsync();
        await page.Reaches($"/me/orders/{number}", "已取消");
    }

    [Fact]
    public async Task The_order_page_follows_the_payment_by_itself()
    {
        var page = await site.Page();
        await Site.SignIn(page, "citizen2");
        await page.AddToCart(3);
        await page.AddAddress();
        var number = await page.PlaceOrder();

        var watching = await page.Context.NewPageAsync();
        await watching.RunAndWaitForRequestAsync(() => watching.GotoAsync($"/me/orders/{number}"), "**/live/me");
        await Expect(watching.Locator("h1")).ToHaveTextAsync("待付款");
        await page.PayInTheSandbox();
        await Expect(page.Locator("main h2").First).ToHaveTextAsync("支付成功");
        await Expect(watching.Locator("h1")).ToHaveTextAsync("待发货");
    }
}
