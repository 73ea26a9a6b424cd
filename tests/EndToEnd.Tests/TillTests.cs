using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>The till on a desk, worked by scanner and keyboard alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TillTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task A_scanner_rings_up_and_F7_takes_the_money()
    {
        var page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await Ready(page);
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        foreach (var code in new[] { "6900000000014", "6900000000083", "6900000000083" })
        {
            await page.Keyboard.TypeAsync(code);
            await page.Keyboard.PressAsync("Enter");
        }
        var lines = page.Locator("#lines tr[data-at]");
        await Expect(lines).ToHaveCountAsync(2);
        await Expect(lines.Nth(0).Locator("td").Nth(3)).ToHaveTextAsync("1");
        await Expect(lines.Nth(1).Locator("td").Nth(3)).ToHaveTextAsync("2");
        await Expect(page.Locator("#due")).ToHaveTextAsync("¥82.70");
        await Expect(page.Locator("#code")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("F7");
        await Expect(page.Locator("#given")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("100");
        await Expect(page.Locator("#change")).ToHaveTextAsync("¥17.30");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await Expect(lines).ToHaveCountAsync(0);
        await Expect(page.Locator("#code")).ToBeFocusedAsync();

        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        var receipt = page.Locator(".receipt");
        await Expect(receipt).ToContainTextAsync("82.70");
        await Expect(receipt).ToContainTextAsync("17.30");
    }

    [Fact]
    public async Task Without_a_link_sales_wait_on_the_device_and_each_is_taken_once()
    {
        var page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await Ready(page);
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        await Expect(page.Locator("#waiting")).ToHaveAttributeAsync("data-count", "0");
        var (before, posted) = (await Sales(page), 0);
        await Ready(page);
        // Every answer is lost until the link is back; the first sale reaches the server all the same, which must not count it twice.
        var isUp = false;
        await page.Context.RouteAsync("**/api/**", async route =>
        {
            if (isUp) { await route.ContinueAsync(); return; }
            if (route.Request.Method == "POST" && posted++ == 0) Assert.Equal(201, (await route.FetchAsync()).Status);
            await route.AbortAsync();
        });
        for (var sale = 1; sale <= 3; sale++)
        {
            await page.Keyboard.TypeAsync("6900000000014");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("F7");
            await Expect(page.Locator("#cash-dialog")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#waiting")).ToHaveAttributeAsync("data-count", $"{sale}");
        }
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("离线");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#message")).ToContainTextAsync("请收现金");
        await Ready(page);
        await Expect(page.Locator("#waiting")).ToHaveAttributeAsync("data-count", "3");

        isUp = true;
        await Expect(page.Locator("#waiting")).ToHaveAttributeAsync("data-count", "0", new() { Timeout = 20_000 });
        Assert.Equal(before + 3, await Sales(page));
    }

    /// <summary>Sales the server has of today, by its own list.</summary>
    private static async Task<int> Sales(IPage page)
    {
        await page.GotoAsync("/pos/sales");
        return await page.Locator("tbody tr").CountAsync();
    }

    private static async Task Ready(IPage page)
    {
        await page.GotoAsync("/pos");
        await Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
    }
}
