using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Every page in light and dark, on a phone and on a desk; and no page is wider than the smallest phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task Pages_for_everybody() => await Check(await site.Page(), "/", "/search?q=mht", "/c", "/p/1", "/p/1/options", "/cart", "/login", "/origin");

    [Fact]
    public async Task Pages_for_buyers()
    {
        var page = await site.Page();
        await page.AddToCart(1);
        await Site.SignIn(page, "citizen");
        await Check(page, "/cart", "/checkout", "/me", "/me/orders", "/me/addresses/new");
        await page.AddAddress();
        var number = await page.PlaceOrder();
        await Check(page, $"/pay/{number}", $"/me/orders/{number}", "/me/orders");
    }

    [Fact]
    public async Task Pages_for_the_till()
    {
        var page = await site.Page();
        await Site.SignIn(page, "cashier");
        await Check(page, "/pos", "/pos/stock", "/pos/sales");
    }

    [Fact]
    public async Task Pages_for_operators()
    {
        var buyer = await site.Host.SignedIn("citizen2");
        await buyer.Pay(await buyer.Order(await site.Host.Article("P0003-1")));
        var page = await site.Page();
        await Site.SignIn(page, "operator");
        await Check(page, "/ops/orders", "/ops/payments");
    }

    private static async Task Check(IPage page, params string[] paths)
    {
        var problems = new List<string>();
        foreach (var path in paths)
        {
            await page.SetViewportSizeAsync(320, 640);
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            foreach (var (width, height) in new[] { (320, 640), (390, 844), (1440, 900) })
            {
                await page.SetViewportSizeAsync(width, height);
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                if (wide > 0) problems.Add($"{path} at {width}: {wide} px too wide");
                if (width == 320) continue;
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    var result = await page.RunAxe();
                    problems.AddRange(result.Violations.SelectMany(broken => broken.Nodes.Select(node => $"{path} at {width} {scheme}: {broken.Id} {node.Html} {node.Any.FirstOrDefault()?.Message}")));
                }
            }
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }
}
