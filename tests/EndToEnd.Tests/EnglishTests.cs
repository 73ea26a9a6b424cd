using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Who chose English reads English; names of products, counties and places stay as they are.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EnglishTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    /// <summary>What the site itself says: not the text of products.</summary>
    private const string Words = "h1, h2, legend, label, button, nav a, th, dt, .hint, .btn, .empty, [role=status], [role=alert], footer a";

    /// <summary>Names, and the switch back to Chinese.</summary>
    private const string Names = ".chip, .facets, .card h3, .line h3, .line .hint, .group-h, .address, .counties .hint, [lang=zh-CN], button[name=lang], button[value=zh-CN]";

    private readonly Site site = fixture.Site;

    [Fact]
    public async Task Pages_in_English_hold_no_Chinese_words()
    {
        var page = await site.Page();
        await page.AddToCart(3);
        var chosen = await page.Context.APIRequest.PostAsync("/preferences", new()
        {
            Headers = new Dictionary<string, string> { ["Sec-Fetch-Site"] = "same-origin", ["Content-Type"] = "application/x-www-form-urlencoded" }, DataString = "lang=en&returnUrl=%2F",
        });
        Assert.True(chosen.Ok);
        var chinese = new List<string>();
        foreach (var path in new[] { "/", "/c", "/search?q=zzzz", "/p/1", "/p/1/options", "/origin", "/cart", "/login", "/register", "/help" }) await Look(page, path, chinese);
        await Site.SignIn(page, "citizen");
        foreach (var path in new[] { "/me", "/me/orders", "/me/addresses", "/me/addresses/new", "/me/settings", "/checkout" }) await Look(page, path, chinese);
        Assert.True(chinese.Count == 0, string.Join('\n', chinese));
    }

    private static async Task Look(IPage page, string path, List<string> chinese)
    {
        await page.GotoAsync(path);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        var texts = await page.EvaluateAsync<string[]>($$"""
            [...document.querySelectorAll('{{Words}}')].filter(x => !x.closest('{{Names}}'))
                .flatMap(x => [x.innerText ?? '', x.getAttribute('aria-label') ?? '', x.title ?? '', x.placeholder ?? ''])
                .concat([...document.querySelectorAll('input[placeholder]')].map(x => x.placeholder), document.title)
            """);
        // Buttons in the cart say of which product they are.
        var products = await page.Locator("main .line h3").AllInnerTextsAsync();
        chinese.AddRange(texts.Select(text => products.Aggregate(text, (rest, product) => rest.Replace(product, "", StringComparison.Ordinal))).Where(text => Regex.IsMatch(text, @"\p{IsCJKUnifiedIdeographs}")).Select(text => $"{path}: {text}").Distinct());
    }
}
