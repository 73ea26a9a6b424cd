using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Goods come back over the counter; the cashier never touches a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReturnTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task A_scanned_receipt_a_quantity_and_a_reason_give_money_back_and_a_slip()
    {
        var (page, number) = await Sold("6900000000083", "6900000000083");
        await page.GotoAsync("/pos/returns");
        await Expect(page.Locator("#receipt")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(number);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-left]")).ToBeFocusedAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{x.Id} {x.Nodes[0].Html}"));
        await page.Keyboard.TypeAsync("1");
        await Expect(page.Locator("#back-sum")).ToHaveTextAsync(new Regex("^¥"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("不新鲜");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/pos/returns/[0-9a-f-]{36}"));
        await Expect(page.Locator(".receipt")).ToContainTextAsync("TH");
        await Expect(page.Locator(".receipt")).ToContainTextAsync(number);
        await Expect(page.Locator(".receipt")).ToContainTextAsync("现金");
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{x.Id} {x.Nodes[0].Html}"));

        // Two were sold and one is back: two more are refused beside the field's page, and what was typed stays.
        await page.GotoAsync($"/pos/returns?receipt={number}");
        await page.Locator("[data-left]").FillAsync("2");
        await page.Locator("input[name='Form.Reason']").FillAsync("又退");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("退货数量超过可退数量");
        await Expect(page.Locator("input[name='Form.Reason']")).ToHaveValueAsync("又退");
    }

    [Fact]
    public async Task Without_a_receipt_a_manager_signs()
    {
        await ManagerHasACode();
        var (page, _) = await Sold("6900000000014");
        await page.GotoAsync("/pos/returns?without=1");
        await page.Locator("input[name='Form.Rows[0].Code']").FillAsync("6900000000014");
        await page.Locator("input[name='Form.Rows[0].Quantity']").FillAsync("1");
        await page.Locator("input[name='Form.Reason']").FillAsync("无小票");
        await page.Locator("input[name='Form.Manager']").FillAsync("manager");
        await page.Locator("input[name='Form.ManagerPin']").FillAsync("000001");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("账号或授权码不对");
        await page.Locator("input[name='Form.ManagerPin']").FillAsync("135790");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/pos/returns/[0-9a-f-]{36}"));
        await Expect(page.Locator(".receipt")).ToContainTextAsync("manager");
    }

    [Fact]
    public async Task A_manager_signs_for_calling_a_sale_off()
    {
        await ManagerHasACode();
        var (page, number) = await Sold("6900000000014");
        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        await page.Locator("summary").ClickAsync();
        await page.Locator("input[name='Form.Reason']").FillAsync("扫错");
        await page.Locator("input[name='Form.Manager']").FillAsync("manager");
        await page.Locator("input[name='Form.ManagerPin']").FillAsync("135790");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/pos/returns/[0-9a-f-]{36}"));
        await Expect(page.Locator(".receipt")).ToContainTextAsync("整单作废");
        await Expect(page.Locator(".receipt")).ToContainTextAsync(number);
    }

    private async Task ManagerHasACode() => await (await site.Host.SignedIn("manager")).PostAsync("/api/showroom/pin", System.Net.Http.Json.JsonContent.Create(new { pin = "135790" }));

    private async Task<(IPage Page, string Number)> Sold(params string[] codes)
    {
        var page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.OpenShift();
        await page.Scan(codes);
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        return (page, await page.Locator("#last-link").InnerTextAsync());
    }
}
