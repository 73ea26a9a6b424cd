using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>A day at the counter, from the float to the Z report, in a browser: what the paper says is what was taken, to the fen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WholeShiftTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private const string One = "6900000000014", Other = "6900000000083", Code = "135790";
    private readonly Site site = fixture.Site;
    private readonly Dictionary<string, long> taken = [];
    private IPage page = null!;
    private long sales;

    [Fact]
    public async Task A_whole_shift_from_float_to_Z()
    {
        await (await site.Host.SignedIn("manager")).PostAsync("/api/showroom/pin", JsonContent.Create(new { pin = Code }));
        page = await site.Page(width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.OpenShift("200");

        var cashSale = await Cash(Other, Other);
        await Scan();
        await CardAndCash();
        await VoucherAndCash();
        await OnAccount();
        var (back, slip) = await ReturnOne(cashSale);
        var voided = await CallOff(await Cash(One));
        await CashOut("50");

        // Blind: what should be in the drawer is nowhere on the page before the count.
        var expected = 20_000 + taken["现金"] - 5_000;
        await page.GotoAsync("/pos/shift");
        await Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
        await Expect(page.Locator("main")).Not.ToContainTextAsync(Yuan(expected));
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{x.Id} {x.Nodes[0].Html}"));
        var form = page.Locator("form:has(#sales-wait)");
        await form.Locator("input[name='Form.Money']").FillAsync(Plain(expected - 100));
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(Yuan(expected));
        await form.Locator("input[name='Form.Reason']").FillAsync("找零差错");
        await form.Locator("summary", new() { HasText = "接班" }).ClickAsync();
        await form.Locator("input[name='Form.Taker']").FillAsync("manager");
        await form.Locator("input[name='Form.TakerPin']").FillAsync(Code);
        await form.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/pos/z/Z"));

        var z = await page.Locator(".receipt").InnerTextAsync();
        foreach (var (kind, fen) in taken) Assert.Equal(fen, Row(z, kind));
        Assert.Equal((20_000, -5_000), (Row(z, "备用金"), Row(z, "取出现金")));
        Assert.Equal((expected, expected - 100, -100), (Row(z, "应有现金"), Row(z, "实点"), Row(z, "差额")));
        Assert.Equal((sales, -back, -voided), (Row(z, "销售"), Row(z, "退货"), Row(z, "作废")));
        Assert.Equal(sales - back - voided, taken.Values.Sum());
        Assert.Contains("找零差错", z, StringComparison.Ordinal);
        Assert.Contains("manager", z, StringComparison.Ordinal);
        Assert.StartsWith("TH", slip, StringComparison.Ordinal);
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{x.Id} {x.Nodes[0].Html}"));

        await using var scope = site.Host.Services.CreateAsyncScope();
        foreach (var rule in scope.ServiceProvider.GetServices<IInvariant>()) Assert.Empty(await rule.FindViolations(default));
    }

    private async Task<string> Cash(params string[] codes)
    {
        var due = await Ring(codes);
        await page.Keyboard.PressAsync("F7");
        await page.Keyboard.TypeAsync("100");
        await page.Keyboard.PressAsync("Enter");
        return await Done(("现金", due));
    }

    private async Task Scan()
    {
        var due = await Ring(One);
        await page.Keyboard.PressAsync("F6");
        await Expect(page.Locator("#scan-pay-code")).ToBeVisibleAsync();
        var id = Regex.Match((await page.Locator("#scan-pay-code").GetAttributeAsync("src"))!, "[0-9a-f-]{36}").Value;
        var phone = await site.Page();
        await phone.GotoAsync($"/pay/counter/{id}");
        await phone.Locator("button[value=paid]").ClickAsync();
        await Done(("扫码付", due));
    }

    private async Task CardAndCash()
    {
        var due = await Ring(One);
        await page.Locator("[data-do=card]").ClickAsync();
        await page.Locator("#card-slip").FillAsync("POS-0001");
        await page.Locator("#card-amount").FillAsync("5");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#card-dialog")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("F7");
        await page.Keyboard.PressAsync("Enter");
        await Done(("银行卡", 500), ("现金", due - 500));
    }

    private async Task VoucherAndCash()
    {
        var due = await Ring(One);
        await page.Keyboard.PressAsync("F8");
        await page.Locator("#voucher-code").FillAsync($"V{Guid.NewGuid():N}"[..16]);
        await page.Locator("#voucher-amount").FillAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#voucher-dialog")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("F7");
        await page.Keyboard.PressAsync("Enter");
        await Done(("消费券", 300), ("现金", due - 300));
    }

    private async Task OnAccount()
    {
        var due = await Ring(Other);
        await page.Keyboard.PressAsync("F9");
        await page.Locator("#accounts button").First.ClickAsync();
        await Done(("单位挂账", due));
    }

    private async Task<(long Fen, string Slip)> ReturnOne(string number)
    {
        await page.GotoAsync($"/pos/returns?receipt={number}");
        await Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
        await page.Locator("[data-left]").FillAsync("1");
        var fen = Fen(await page.Locator("#back-sum").InnerTextAsync());
        await page.Locator("input[name='Form.Reason']").FillAsync("不新鲜");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/pos/returns/[0-9a-f-]{36}"));
        taken["现金"] -= fen;
        var slip = Regex.Match(await page.Locator(".receipt").InnerTextAsync(), "TH[0-9-]+").Value;
        await page.OpenTill();
        return (fen, slip);
    }

    private async Task<long> CallOff(string number)
    {
        await page.GotoAsync((await page.Locator("#last-link").GetAttributeAsync("href"))!);
        await page.Locator("summary").ClickAsync();
        await page.Locator("input[name='Form.Reason']").FillAsync("扫错");
        await page.Locator("input[name='Form.Manager']").FillAsync("manager");
        await page.Locator("input[name='Form.ManagerPin']").FillAsync(Code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/pos/returns/[0-9a-f-]{36}"));
        var text = await page.Locator(".receipt").InnerTextAsync();
        Assert.Contains(number, text, StringComparison.Ordinal);
        var fen = -Row(text, "退款合计");
        taken["现金"] -= fen;
        return fen;
    }

    private async Task CashOut(string yuan)
    {
        await page.GotoAsync("/pos/shift");
        await page.WaitForURLAsync("**device=**");
        await page.Locator("select[name='Form.Direction']").SelectOptionAsync("Out");
        var form = page.Locator("form:has(select[name='Form.Direction'])");
        await form.Locator("input[name='Form.Money']").FillAsync(yuan);
        await form.Locator("input[name='Form.Reason']").FillAsync("存银行");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("存银行");
    }

    private async Task<long> Ring(params string[] codes)
    {
        await page.Scan(codes);
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(codes.Distinct().Count());
        return Fen(await page.Locator("#due").InnerTextAsync());
    }

    /// <summary>The sale is on the books; its number.</summary>
    private async Task<string> Done(params (string Kind, long Fen)[] tenders)
    {
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(0);
        await page.Waits(0);
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
        foreach (var (kind, fen) in tenders)
        {
            taken[kind] = taken.GetValueOrDefault(kind) + fen;
            sales += fen;
        }
        return await page.Locator("#last-link").InnerTextAsync();
    }

    private static long Row(string paper, string label)
    {
        var row = Regex.Match(paper, $@"^{label}[^¥\n]*\n?\s*(-?¥-?[0-9,.]+)", RegexOptions.Multiline);
        Assert.True(row.Success, $"No row {label} on: {paper}");
        return Fen(row.Groups[1].Value);
    }

    private static long Fen(string shown) => (long)(decimal.Parse(shown.Replace("¥", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 100);

    private static string Plain(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Yuan(long fen) => "¥" + (fen / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);
}
