using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>The shop window, as a visitor sees it on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StorefrontTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task Kind_and_order_are_chosen_without_script_and_stand_in_the_address()
    {
        var page = await site.Page("/", javaScript: false);
        await page.Link("鲜果").ClickAsync();
        await page.Link("价格↑").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?.*kind=fruit"));
        await Expect(page).ToHaveURLAsync(new Regex(@"[?&]sort=price(&|$)"));

        var cards = page.Locator("main .card");
        var prices = (await page.Locator("main .card .price").AllInnerTextsAsync())
            .Select(text => decimal.Parse(Regex.Match(text, @"\d+(\.\d+)?").Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(prices.Count > 10);
        Assert.Equal(prices.Order(), prices);
        Assert.Equal(prices.Count, await cards.Filter(new() { Has = page.Locator(".unit", new() { HasText = "/斤" }) }).CountAsync());
        Assert.Equal(prices.Count, await cards.Filter(new() { Has = page.Locator(".meta", new() { HasTextRegex = new Regex("[县市]") }) }).CountAsync());
    }

    [Fact]
    public async Task The_first_page_is_light_and_asks_nobody_else()
    {
        var page = await site.Page();
        var (bytes, types, hosts, sockets) = (new Dictionary<string, double>(), new Dictionary<string, string>(), new HashSet<string>(), 0);
        page.WebSocket += (_, _) => sockets++;
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            var answer = e!.Value;
            types[answer.GetProperty("requestId").GetString()!] = answer.GetProperty("type").GetString()!;
            var address = new Uri(answer.GetProperty("response").GetProperty("url").GetString()!);
            if (address.Scheme != "data") hosts.Add(address.GetLeftPart(UriPartial.Authority));
        };
        network.Event("Network.loadingFinished").OnEvent += (_, e) =>
            bytes[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load }), "**/cart/summary");

        double Of(string type) => bytes.Where(x => types.GetValueOrDefault(x.Key) == type).Sum(x => x.Value);
        var weight = string.Join(", ", bytes.GroupBy(x => types.GetValueOrDefault(x.Key, "?")).Select(x => $"{x.Key} {x.Sum(y => y.Value):0}"));
        Assert.True(Of("Document") is > 0 and <= 16 * 1024, weight);
        Assert.True(Of("Script") is > 0 and <= 8 * 1024, weight);
        Assert.True(bytes.Values.Sum() <= 90 * 1024, weight);
        Assert.Equal([site.Address.TrimEnd('/')], hosts);
        Assert.Equal(0, sockets);
    }

    [Fact]
    public async Task A_tap_on_plus_adds_without_leaving_the_list()
    {
        var page = await site.Page("/");
        await page.Locator("main .card button.add:enabled").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已加入购物车" })).ToBeAttachedAsync();
        await Expect(page.Locator("nav.tab [data-cart-count]")).ToHaveTextAsync("1");
        Assert.Equal("/", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task The_specification_sheet_keeps_the_focus_and_gives_it_back()
    {
        var last = await site.Host.Article("P0185-2"); // 7 pieces, beside another specification of which there are many
        await (await site.Host.SignedIn("citizen2")).Order(last, 7);
        var page = await site.Page();
        var gone = page.GetByRole(AriaRole.Radio, new() { Name = "2斤装 已售罄", Exact = true });
        await Eventually.True(async () =>
        {
            await page.GotoAsync("/p/185/options");
            return await gone.CountAsync() == 1;
        });

        await page.GotoAsync("/p/185");
        var cell = page.Locator("a.cell[data-dialog]");
        await cell.ClickAsync();
        var sheet = page.GetByRole(AriaRole.Dialog);
        await Expect(sheet).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('dialog[open]').contains(document.activeElement)"));
        await Expect(sheet.Locator(gone)).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        await Expect(cell).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_the_counter_sells_out_closes_the_page_of_those_who_look()
    {
        var gift = await site.Host.Article("P0151-1"); // the only specification, and none left
        await site.Host.ReceiveInShowroom(gift, 2);
        var page = await site.Page();
        var buy = page.Locator(".act .p");
        await Eventually.True(async () =>
        {
            await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/p/151"), "**/cart/summary");
            return await buy.CountAsync() == 1;
        });
        await Expect(buy).ToHaveTextAsync("立即购买");
        await site.Host.SellAtCounter(gift, 2);
        await Expect(buy).ToHaveTextAsync("已售罄", new() { Timeout = 3_000 });
        await Expect(buy).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "售罄" })).ToBeAttachedAsync();
    }
}
