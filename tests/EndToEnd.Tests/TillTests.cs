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
        await page.GotoAsync("/pos");
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
}
