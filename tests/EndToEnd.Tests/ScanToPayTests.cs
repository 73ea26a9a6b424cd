using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Scan-to-pay at the till: keyboard on this side, a phone on the other, play money between.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScanToPayTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task F6_shows_a_code_the_customer_pays_and_the_till_is_ready_for_the_next()
    {
        var page = await Cashier();
        await page.Scan("6900000000014", "6900000000083");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => { const code = document.getElementById('scan-pay-code'); return code.complete && code.naturalWidth > 0; }") || await Loaded(page));
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{x.Id} {x.Nodes[0].Html}"));

        await Play(page, "paid");
        await Expect(page.Locator("#scan-pay-dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        await Expect(page.Locator(".receipt")).ToContainTextAsync("扫码付");
    }

    [Fact]
    public async Task A_reload_goes_on_with_the_same_payment_and_makes_one_sale()
    {
        var page = await Cashier();
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        var before = await Code(page);
        await page.OpenTill();
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        Assert.Equal(before, await Code(page));
        await Play(page, "paid");
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await page.Waits(0);
    }

    [Fact]
    public async Task Escape_turns_away_and_cash_is_taken_instead()
    {
        var page = await Cashier();
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        var code = await Code(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#scan-pay-dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(1);
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        var phone = await site.Page();
        await phone.GotoAsync($"/pay/counter/{code}");
        await Expect(phone.Locator("main")).ToContainTextAsync("未扣款");
    }

    [Fact]
    public async Task A_refusal_at_the_cashier_leaves_the_cart_and_says_so()
    {
        var page = await Cashier();
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        await Play(page, "failed");
        await Expect(page.Locator("#message")).ToContainTextAsync("未收到付款");
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_under_the_same_key()
    {
        var page = await Cashier();
        var keys = new List<string>();
        await page.Context.RouteAsync("**/api/showroom/scan-payments", async route =>
        {
            keys.Add(route.Request.Headers["idempotency-key"]);
            if (keys.Count > 1) { await route.ContinueAsync(); return; }
            Assert.Equal(201, (await route.FetchAsync()).Status);
            await route.AbortAsync();
        });
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-message")).ToContainTextAsync("查询");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task<IPage> Cashier()
    {
        var page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.OpenShift();
        return page;
    }

    private static async Task<bool> Loaded(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.getElementById('scan-pay-code').naturalWidth > 0");
        return true;
    }

    private static async Task<string> Code(IPage page) => Regex.Match((await page.Locator("#scan-pay-code").GetAttributeAsync("src"))!, "[0-9a-f-]{36}").Value;

    /// <summary>A customer's phone: nobody is signed in there.</summary>
    private async Task Play(IPage till, string outcome)
    {
        var phone = await site.Page();
        await phone.GotoAsync($"/pay/counter/{await Code(till)}");
        await phone.WaitForURLAsync("**/pay/sandbox/counter/**");
        await phone.Locator($"button[value={outcome}]").ClickAsync();
        await phone.WaitForURLAsync("**/pay/counter/**");
        if (outcome == "paid") await Expect(phone.Locator("main")).ToContainTextAsync("付款成功");
    }
}
