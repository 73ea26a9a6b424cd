using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QRCoder;
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
        await page.OpenTill();
        await page.OpenShift();
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        await page.Scan("6900000000014", "6900000000083", "6900000000083");
        var lines = page.Locator("#lines tr[data-at]");
        await Expect(lines).ToHaveCountAsync(2);
        await Expect(lines.Nth(0).Locator("td").Nth(3)).ToHaveTextAsync("1");
        await Expect(lines.Nth(1).Locator("td").Nth(3)).ToHaveTextAsync("2");
        await Expect(page.Locator("#due")).ToHaveTextAsync("¥82.70");
        await Expect(page.Locator("#code")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("F7");
        await page.Keyboard.TypeAsync("100"); // without waiting: fingers do not wait either
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

    [Theory, InlineData("qicheng"), InlineData("xwqc"), InlineData("脐橙"), InlineData("xunwuqi")]
    public async Task Goods_are_found_by_sound_initials_and_name(string words)
    {
        var page = await Cashier();
        await page.OpenTill();
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("寻乌脐橙 5斤装");
    }

    [Fact]
    public async Task An_answer_that_was_lost_counts_no_sale_twice()
    {
        var page = await Cashier();
        var (before, lost) = (await Sales(page), 0);
        await page.OpenTill();
        await page.Context.RouteAsync("**/api/showroom/sales", async route =>
        {
            if (lost++ > 1) { await route.ContinueAsync(); return; }
            Assert.Equal(201, (await route.FetchAsync()).Status); // the server has it, the till never hears of it
            await route.AbortAsync();
        });
        await page.Scan("6900000000014");
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"), new() { Timeout = 20_000 });
        await page.Waits(0);
        Assert.Equal(3, lost);
        Assert.Equal(before + 1, await Sales(page));
    }

    [Fact]
    public async Task Without_a_link_only_what_needs_no_link_is_taken()
    {
        var page = await Cashier();
        await page.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.OpenTill();
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("离线");
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#message")).ToContainTextAsync("请收现金");
        await page.Waits(0);
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(1);
        await page.PayExactly();
        await page.Waits(1);
        await page.Keyboard.PressAsync("Control+p");
        await Expect(page.Locator("#print .receipt-title")).ToContainTextAsync("离线");
    }

    [Fact]
    public async Task One_stuck_sale_never_blocks_the_next()
    {
        var page = await Cashier();
        var before = await Sales(page);
        await page.OpenTill();
        var first = 0L;
        // The server breaks over the first sale and refuses the second as one that cannot be; both stay, the third goes through.
        await page.Context.RouteAsync("**/api/showroom/sales", async route =>
        {
            var number = JsonDocument.Parse(route.Request.PostData!).RootElement.GetProperty("localNumber").GetInt64();
            if (first == 0) first = number;
            await ((number - first) switch
            {
                0 => route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = "{}" }),
                1 => route.FulfillAsync(new() { Status = 400, ContentType = "application/problem+json", Body = """{"title":"nobody can read this sale"}""" }),
                _ => route.ContinueAsync(),
            });
        });
        for (var sale = 1; sale <= 3; sale++)
        {
            await page.Scan("6900000000014");
            await page.PayExactly();
        }
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await page.Waits(1);
        await Expect(page.Locator("#notices")).ToContainTextAsync("1 单需处理");
        await page.GotoAsync("/pos/outbox");
        await Expect(page.Locator("#sales li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#sales")).ToContainTextAsync("nobody can read this sale");

        await page.Context.UnrouteAsync("**/api/showroom/sales");
        await page.Locator("#sales li", new() { HasText = "nobody" }).GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(page.Locator("#sales")).ToContainTextAsync("没有待上传", new() { Timeout = 30_000 });
        Assert.Equal(before + 3, await Sales(page));
    }

    [Fact]
    public async Task A_session_that_has_ended_asks_for_sign_in_and_keeps_everything()
    {
        var page = await Cashier();
        await page.Context.ClearCookiesAsync();
        await page.Scan("6900000000014");
        await page.PayExactly();
        await page.Waits(1);
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("在线"); // the link is fine, the person is not
        await page.Locator("#notices a[href^='/login']").ClickAsync();
        await page.WaitForURLAsync("**/login**");
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.Waits(0, seconds: 15);
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
    }

    [Fact]
    public async Task Goods_that_the_books_no_longer_know_are_sold_and_noted()
    {
        var page = await Cashier();
        await page.Context.RouteAsync("**/api/showroom/till/catalogue", async route =>
        {
            var body = await (await route.FetchAsync()).TextAsync();
            var sku = JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().First(x => x.GetProperty("barcode").GetString() == "6900000000014").GetProperty("skuId").GetString()!;
            await route.FulfillAsync(new() { ContentType = "application/json", Body = body.Replace(sku, Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("\"version\":\"", "\"version\":\"x", StringComparison.Ordinal) });
        });
        await page.EvaluateAsync("() => new Promise(done => { const open = indexedDB.open('pos'); open.onsuccess = () => { open.result.transaction(['catalogue', 'meta'], 'readwrite').objectStore('catalogue').clear(); const t = open.result.transaction('meta', 'readwrite'); t.objectStore('meta').delete('catalogue'); t.oncomplete = () => { open.result.close(); done(); }; }; })");
        await page.OpenTill();
        await page.Scan("6900000000014");
        await page.PayExactly();
        await Expect(page.Locator("#message")).ToContainTextAsync("账上没有的商品");
        await page.Waits(0);
    }

    [Fact]
    public async Task A_member_a_discount_a_voucher_and_an_account_go_into_one_sale()
    {
        var page = await Cashier();
        await page.Scan("2*6900000000014");
        var total = await Due(page);
        await page.Keyboard.PressAsync("F10");
        await page.Keyboard.TypeAsync("12345");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#member-problem")).ToContainTextAsync("11 位");
        await page.Locator("#member-phone").FillAsync("13800138000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#besides")).ToContainTextAsync("138****8000");

        await page.Locator("[data-do=discount]").ClickAsync();
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#discount-dialog")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.TypeAsync("V-2026-0001");
        await page.Locator("#voucher-amount").FillAsync("10");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#voucher-dialog")).ToBeHiddenAsync();
        Assert.Equal(total - 15, await Due(page));

        await page.ReloadAsync(); // all of it outlives a reload
        await page.TillIsReady();
        Assert.Equal(total - 15, await Due(page));
        await page.Keyboard.PressAsync("F9");
        await page.Keyboard.TypeAsync("D001");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        var receipt = page.Locator("#receipt");
        await Expect(receipt).ToContainTextAsync("消费券10.00");
        await Expect(receipt).ToContainTextAsync($"单位挂账{(total - 15).ToString("0.00", CultureInfo.InvariantCulture)}");
        await Expect(receipt).ToContainTextAsync("-5.00");

        // A voucher pays once.
        await page.OpenTill();
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.TypeAsync("v-2026-0001");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#voucher-problem")).ToContainTextAsync("已经用过");
    }

    [Fact]
    public async Task A_discount_above_the_cashiers_limit_needs_a_managers_code()
    {
        var manager = await site.Page();
        await Site.SignIn(manager, "manager");
        await manager.GotoAsync("/pos/shift");
        await manager.Locator("details:has(input[name='Form.Pin']) summary").ClickAsync();
        await manager.Locator("input[name='Form.Pin']").FillAsync("271828");
        await manager.Locator("form:has(input[name='Form.Pin']) button[type=submit]").ClickAsync();
        await manager.WaitForURLAsync("**done=pin**");

        var page = await Cashier();
        await page.Scan("3*6900000000014");
        var total = await Due(page);
        await page.Locator("[data-do=discount]").ClickAsync();
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#discount-problem")).ToContainTextAsync("店长");
        await page.Locator("#discount-manager").FillAsync("manager");
        await page.Locator("#discount-pin").FillAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#discount-problem")).ToContainTextAsync("不对");
        await page.Locator("#discount-pin").FillAsync("271828");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#discount-dialog")).ToBeHiddenAsync();
        Assert.Equal(total - 12, await Due(page));
        await page.PayExactly();
        await Expect(page.Locator("#message")).ToContainTextAsync("PD");
        await Expect(page.Locator("#message")).Not.ToContainTextAsync("未经批准");
    }

    [Fact]
    public async Task The_code_on_the_paper_leads_to_the_receipt()
    {
        var page = await Cashier();
        await page.Scan("6900000000014");
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        var number = await page.Locator("#last-link").InnerTextAsync();
        var link = await page.EvaluateAsync<string>("async () => (await (await import('/_content/ZhongFu.Showroom/pos/store.js')).note('last')).slip.link");
        await page.Keyboard.PressAsync("Control+p");
        await Expect(page.Locator("#print .receipt-qr svg")).ToHaveCountAsync(1);
        var customer = await site.Page(link); // somebody else's telephone
        await Expect(customer.Locator(".receipt")).ToContainTextAsync(number);

        foreach (var text in new[] { "a", link, new string('x', 60), new string('y', 150), link + "?" + new string('z', 100) })
        {
            var drawn = await page.EvaluateAsync<string[]>("async text => (await import('/_content/ZhongFu.Showroom/pos/qr.js')).modules(text).map(row => row.join(''))", text);
            AssertSameCode(text, drawn);
        }
    }

    /// <summary>Module by module what a known library draws.</summary>
    private static void AssertSameCode(string text, string[] drawn)
    {
        const int quiet = 4;
        using var known = QRCodeGenerator.GenerateQrCode(Encoding.UTF8.GetBytes(text), QRCodeGenerator.ECCLevel.M);
        Assert.Equal(known.ModuleMatrix.Skip(quiet).SkipLast(quiet).Select(row => string.Concat(row.Cast<bool>().Skip(quiet).SkipLast(quiet).Select(dark => dark ? '1' : '0'))), drawn);
    }

    [Fact]
    public async Task What_is_no_code_of_goods_gets_a_message_and_no_line()
    {
        var page = await Cashier();
        await page.Scan("6900000000014");
        foreach (var (typed, message) in new[]
                 {
                     ("6900000000015", "校验位"), ("6912345678901234", "校验位"), (Checked("0699999999999"), "没有"), (Checked("220003100000"), "为零"), (Checked("220000001250"), "没有"),
                     ("https://example.com/6900000000014", "没有"), ("ZZZZQQQQ", "没有"), ("<b>x</b>", "没有"),
                 })
        {
            await page.Scan(typed);
            await Expect(page.Locator("#message")).ToContainTextAsync(message);
            await Expect(page.Locator("#message")).ToHaveAttributeAsync("data-tone", "error");
            await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(1);
            await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
            await Expect(page.Locator("#code")).ToBeFocusedAsync();
        }
        await page.Scan("99999*6900000000014", "6900000000083"); // absurd quantity refused, the sale goes on
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Two_pages_of_one_till_send_each_sale_once_and_number_them_apart()
    {
        var page = await Cashier();
        var before = await Sales(page);
        await page.OpenTill();
        var other = await page.Context.NewPageAsync();
        await other.OpenTill();
        var isUp = false;
        await page.Context.RouteAsync("**/api/showroom/sales", route => isUp ? route.ContinueAsync() : route.AbortAsync());
        for (var sale = 0; sale < 2; sale++)
        {
            foreach (var one in new[] { page, other })
            {
                await one.BringToFrontAsync();
                await one.Scan("6900000000014");
                await one.PayExactly();
            }
        }
        await other.Waits(4);
        isUp = true;
        await other.Waits(0, seconds: 40);
        await page.BringToFrontAsync();
        await page.Waits(0);
        Assert.Equal(before + 4, await Sales(page));
    }

    [Fact]
    public async Task Without_storage_the_till_does_not_sell_and_says_why()
    {
        var page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await page.AddInitScriptAsync("Object.defineProperty(window, 'indexedDB', { value: { open() { throw new DOMException('no', 'SecurityError'); } } })");
        await page.GotoAsync("/pos");
        await Expect(page.Locator("#notices")).ToContainTextAsync("本机存储不可用");
        await Expect(page.Locator("#code")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_customer_sees_what_is_rung_up_and_what_goes_back()
    {
        var page = await Cashier();
        var screen = await page.Context.NewPageAsync();
        await screen.GotoAsync("/pos/customer");
        await Expect(screen.Locator("#welcome")).ToHaveTextAsync("欢迎光临");
        await page.BringToFrontAsync();
        await page.Scan("6900000000014", "6900000000083");
        await Expect(screen.Locator("#bought tr")).ToHaveCountAsync(2);
        await Expect(screen.Locator("#sums")).ToContainTextAsync(await page.Locator("#due").InnerTextAsync());
        await page.Keyboard.PressAsync("F7");
        await page.Keyboard.TypeAsync("100");
        await page.Keyboard.PressAsync("Enter");
        await Expect(screen.Locator("#welcome")).ToHaveTextAsync("谢谢惠顾");
        await Expect(screen.Locator("#sums")).ToContainTextAsync(await page.Locator("#last-change").InnerTextAsync());
        await page.Scan("6900000000014");
        await Expect(screen.Locator("#bought tr")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Delete");
    }

    [Fact]
    public async Task Keys_can_be_changed_and_none_is_lost()
    {
        var page = await Cashier();
        await page.GotoAsync("/pos/setup");
        await page.Locator("select[data-deed=cash]").SelectOptionAsync("F8");
        await Expect(page.Locator("select[data-deed=voucher]")).ToHaveValueAsync("F7"); // they change places
        await page.OpenTill();
        await Expect(page.Locator("[data-do=cash]")).ToContainTextAsync("F8");
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Locator("#cash-dialog")).ToBeVisibleAsync();
    }

    private static async Task<decimal> Due(IPage page) => decimal.Parse((await page.Locator("#due").InnerTextAsync()).TrimStart('¥'), CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_shift_does_not_close_while_sales_wait_and_the_page_says_where_they_are()
    {
        var page = await Cashier();
        var isStuck = true;
        await page.Context.RouteAsync("**/api/showroom/sales", route => isStuck ? route.AbortAsync() : route.ContinueAsync());
        await page.Scan("6900000000014");
        var due = await Due(page);
        await page.PayExactly();
        await page.Waits(1);

        await page.GotoAsync("/pos/shift");
        var warning = page.Locator("#sales-wait");
        await Expect(warning).ToContainTextAsync("1 单没有上传");
        await page.Locator("form:has(#sales-wait) input[name='Form.Money']").FillAsync("200");
        await page.Locator("form:has(#sales-wait) button[type=submit]").ClickAsync();
        await Expect(warning.Locator("a")).ToBeFocusedAsync();

        isStuck = false;
        await warning.Locator("a").ClickAsync();
        await page.WaitForURLAsync("**/pos/outbox");
        await page.Locator("#upload-now").ClickAsync();
        await Expect(page.Locator("#sales")).ToContainTextAsync("没有待上传", new() { Timeout = 20_000 });
        await page.GotoAsync("/pos/shift");
        await Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
        await Expect(warning).ToBeHiddenAsync();
        await page.Locator("form:has(#sales-wait) input[name='Form.Money']").FillAsync((200 + due).ToString(CultureInfo.InvariantCulture));
        await page.Locator("form:has(#sales-wait) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/pos/z/Z"));
    }

    [Theory]
    [InlineData(58)]
    [InlineData(80)]
    public async Task A_receipt_is_one_page_as_wide_as_the_paper(int paper)
    {
        var page = await Cashier();
        await page.GotoAsync("/pos/setup");
        await page.Locator("#paper").SelectOptionAsync($"{paper}");
        await page.OpenTill();
        await page.Scan([.. Enumerable.Range(1, 30).Select(_ => "6900000000014"), "6900000000083", "6900000000090"]);
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        await page.Keyboard.PressAsync("Control+p");
        await Expect(page.Locator("#print .receipt-title")).ToContainTextAsync("补打");
        await IsOnePage(page, "#print .receipt", paper);

        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        await page.Locator("#print-now").ClickAsync();
        await IsOnePage(page, "#receipt", paper);
    }

    [Theory]
    [InlineData("220003101250", "1.250")] // 1250 g by weight
    [InlineData("230003101999", "19.99")] // as the scale printed it
    public async Task A_label_of_the_scales_costs_the_same_here_and_on_the_books(string label, string shown)
    {
        var page = await Cashier();
        await page.Scan(Checked(label), Checked(label));
        var lines = page.Locator("#lines tr[data-at]");
        await Expect(lines).ToHaveCountAsync(2); // one label is one pack
        await Expect(lines.First).ToContainTextAsync(shown);
        var due = await page.Locator("#due").InnerTextAsync();
        await page.PayExactly();
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        var number = await page.Locator("#last-link").InnerTextAsync();
        await page.GotoAsync("/pos/sales");
        var sale = page.Locator("tbody tr", new() { HasText = number });
        await Expect(sale.Locator("td").Nth(4)).ToHaveTextAsync(due);
        await Expect(sale.Locator("td").Nth(5)).ToHaveTextAsync("—");
    }

    private static int CheckDigit(string digits) => (10 - digits.Reverse().Select((x, at) => (x - '0') * (at % 2 == 0 ? 3 : 1)).Sum() % 10) % 10;

    private static string Checked(string digits) => digits + CheckDigit(digits);

    /// <summary>The page that comes out of the printer, and that nothing on it is cut off or to the left of its column.</summary>
    private static async Task IsOnePage(IPage page, string receipt, int paper)
    {
        var file = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Single(Regex.Matches(file, @"/Type\s*/Page\b"));
        var width = double.Parse(Regex.Match(file, @"/MediaBox\s*\[\s*0 0 ([\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture) * 25.4 / 72;
        Assert.InRange(width, paper - 0.5, paper + 0.5);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            selector => {
                const receipt = document.querySelector(selector), edge = receipt.getBoundingClientRect();
                return [...receipt.querySelectorAll('*')].filter(x => x.scrollWidth > x.clientWidth + 1 && x.clientWidth > 0 || x.getBoundingClientRect().right > edge.right + 1 || x.getBoundingClientRect().left < edge.left - 1)
                    .map(x => `cut off: ${x.outerHTML.slice(0, 80)}`)
                    .concat([...receipt.querySelectorAll('td.r, th.r')].filter(x => getComputedStyle(x).textAlign !== 'right').map(x => `not right: ${x.outerHTML}`));
            }
            """, receipt));
        await page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    /// <summary>A cashier at a desk, in a fresh profile: a new till.</summary>
    private async Task<IPage> Cashier()
    {
        var page = await site.Page(width: 1440, height: 900);
        await page.Clock.InstallAsync(new() { TimeDate = site.Host.Clock.GetUtcNow().UtcDateTime });
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.OpenShift();
        return page;
    }

    /// <summary>Sales the server has of today, by its own list.</summary>
    private static async Task<int> Sales(IPage page)
    {
        await page.GotoAsync("/pos/sales");
        return await page.Locator("tbody tr").CountAsync();
    }
}
