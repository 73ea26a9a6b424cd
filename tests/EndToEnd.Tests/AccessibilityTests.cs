using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Every page in light and dark, in standard and large letters, on a phone and on a desk; nothing to press is too small, and no page is wider than the smallest phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task Pages_for_everybody() => await Check(await site.Page(), "/", "/search?q=mht", "/c", "/p/1", "/p/1/options", "/cart", "/login", "/register", "/origin", "/help");

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
        await Check(page, "/pos", "/pos/stock", "/pos/sales", "/pos/shift", "/pos/outbox", "/pos/setup", "/pos/customer", "/pos/returns", "/pos/returns?without=1");
        await CheckDialogs(page);
    }

    [Fact]
    public async Task Pages_for_operators()
    {
        var buyer = await site.Host.SignedIn("citizen2");
        await buyer.Pay(await buyer.Order(await site.Host.Article("P0003-1")));
        var page = await site.Page();
        await Site.SignIn(page, "operator");
        await Check(page, "/work", "/ops/orders", "/ops/payments", "/ops/audit", "/ops/transfers", "/ops/stocktakes", "/ops/stock", "/ops/movements", "/ops/transfers/new");
    }

    [Fact]
    public async Task Pages_for_those_who_keep_the_showroom()
    {
        var office = await site.Host.SignedIn("operator");
        var key = (await office.Do("/api/showroom/cabinets/C001/keys")).GetProperty("key").GetString();
        var device = site.Host.Anonymous();
        device.DefaultRequestHeaders.Authorization = new("Device", key);
        var now = site.Host.Clock.GetUtcNow().UtcDateTime;
        await device.Do("/api/showroom/cabinets/batches", new
        {
            number = 1, sentAt = now, faults = new[] { new { at = now, code = "E7" } },
            sales = new[] { new { number = 1, soldAt = now, quantity = 900, priceFen = 1, barcode = "6900000000014" }, new { number = 2, soldAt = now, quantity = 1, priceFen = 1, barcode = "6900000000000" } },
        });
        var sale = await (await site.Host.SignedIn("cashier")).Do("/api/showroom/sales", new
        {
            deviceId = Guid.NewGuid().ToString(), localNumber = 1, soldAt = now, tenders = new[] { new { kind = "Cash", amountFen = 10_000_000 } },
            lines = new[] { new { barcode = "6900000000014", quantity = 500, priceFen = 1 } },
        });
        await Check(await site.Page(), sale.GetProperty("receiptPath").GetString()!);

        var page = await site.Page();
        await Site.SignIn(page, "operator");
        await Check(page, "/ops/losses", "/ops/losses/new", "/ops/replenishment", "/ops/tasks", "/ops/devices", "/ops/devices/tasks", "/ops/devices/C001", "/ops/devices/C001/keys", "/ops/devices/C001/plan");
    }

    /// <summary>The till with a sale and all that belongs to it, and each of its dialogs.</summary>
    private static async Task CheckDialogs(IPage page)
    {
        var problems = new List<string>();
        foreach (var (width, height, scheme) in new[] { (1440, 900, ColorScheme.Light), (1024, 768, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.OpenTill();
            await page.OpenShiftOnce();
            await page.Scan("6900000000014", "6900000000083", "6900000000014");
            foreach (var (key, dialog) in new[] { ("F1", "help"), ("F3", "find"), ("F7", "cash"), ("F8", "voucher"), ("F9", "account"), ("F10", "member"), ("", "") })
            {
                if (key.Length > 0)
                {
                    await page.Keyboard.PressAsync(key);
                    await Assertions.Expect(page.Locator($"#{dialog}-dialog")).ToBeVisibleAsync();
                }
                var result = await page.RunAxe(Rules);
                problems.AddRange(result.Violations.SelectMany(broken => broken.Nodes.Select(node => $"{dialog} at {width} {scheme}: {broken.Id} {node.Html} {node.Any.FirstOrDefault()?.Message}")));
                problems.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(target => $"{dialog} at {width}: {target}"));
                if (key.Length > 0) await page.Keyboard.PressAsync("Escape");
            }
            await page.EvaluateAsync("sessionStorage.clear()");
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }

    /// <summary>Everything one can press measures 24 px each way; only a link inside a sentence is as high as its line.</summary>
    private const string SmallTargets = """
        [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(x => {
            if (x.closest('[hidden], [aria-hidden=true], .vh, .skip, dialog:not([open])') || x.matches('.vh, .skip, [tabindex="-1"]')) return false;
            const wide = getComputedStyle(x, '::after').position === 'absolute' && x.closest('.card'); // the whole card leads there
            const target = wide || x.matches('input[type=checkbox], input[type=radio]') && x.closest('label') || x;
            const box = target.getBoundingClientRect();
            if (box.width === 0 || getComputedStyle(x).visibility === 'hidden' || (box.width >= 24 && box.height >= 24)) return false;
            const inline = x.matches('a') && getComputedStyle(x).display === 'inline' && [...x.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
            return !inline;
        }).map(x => `${Math.round(x.getBoundingClientRect().width)}x${Math.round(x.getBoundingClientRect().height)} ${x.outerHTML.slice(0, 120)}`)
        """;

    private static readonly AxeRunOptions Rules = new() { Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } } };

    private static async Task Check(IPage page, params string[] paths)
    {
        var problems = new List<string>();
        foreach (var font in new[] { "standard", "large" })
        {
            await Choose(page, font);
            foreach (var path in paths) await Look(page, path, font, problems);
        }
        await Choose(page, "standard");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct()));
    }

    private static async Task Look(IPage page, string path, string font, List<string> problems)
    {
        await page.SetViewportSizeAsync(320, 640);
        Assert.Equal(200, (await page.GotoAsync(path))!.Status);
        Assert.Equal(font, await page.Locator("html").GetAttributeAsync("data-font"));
        foreach (var (width, height) in new[] { (320, 640), (390, 844), (1440, 900) })
        {
            var where = $"{path} at {width} in {font} letters";
            await page.SetViewportSizeAsync(width, height);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (wide > 0) problems.Add($"{where}: {wide} px too wide");
            problems.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(target => $"{where}: {target}"));
            if (width == 320) continue;
            foreach (var scheme in font == "large" ? [ColorScheme.Light] : new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var result = await page.RunAxe(Rules);
                problems.AddRange(result.Violations.SelectMany(broken => broken.Nodes.Select(node => $"{where} {scheme}: {broken.Id} {node.Html} {node.Any.FirstOrDefault()?.Message}")));
            }
        }
    }

    private static async Task Choose(IPage page, string font)
    {
        var chosen = await page.Context.APIRequest.PostAsync("/preferences", new()
        {
            Headers = new Dictionary<string, string> { ["Sec-Fetch-Site"] = "same-origin", ["Content-Type"] = "application/x-www-form-urlencoded" }, DataString = $"font={font}&returnUrl=%2F",
        });
        Assert.True(chosen.Ok);
    }
}
