using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>What a cashier does at the till, by scanner and keyboard alone.</summary>
internal static class Counter
{
    /// <summary>Opens the till and waits until its script runs and its worker keeps the page.</summary>
    public static async Task OpenTill(this IPage page, string path = "/pos")
    {
        await page.GotoAsync(path);
        await page.TillIsReady();
    }

    public static Task TillIsReady(this IPage page) => Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);

    /// <summary>The worker has put everything away: the page would come up without a server.</summary>
    public static async Task TillIsKept(this IPage page)
    {
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        await page.WaitForFunctionAsync("navigator.serviceWorker.controller !== null");
    }

    /// <summary>A scanner types and presses Enter, wherever the focus is.</summary>
    public static async Task Scan(this IPage page, params string[] codes)
    {
        foreach (var code in codes)
        {
            await page.Keyboard.TypeAsync(code);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    /// <summary>F7 on a till without a shift asks for the float first.</summary>
    public static async Task OpenShift(this IPage page, string floatYuan = "200")
    {
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F7");
        await Expect(page.Locator("#shift-dialog")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(floatYuan);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#cash-dialog")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(0);
    }

    public static async Task OpenShiftOnce(this IPage page)
    {
        if (!await page.Locator("#notices", new() { HasText = "未开班" }).IsVisibleAsync()) return;
        await page.OpenShift();
    }

    /// <summary>F7 and Enter: exact money.</summary>
    public static async Task PayExactly(this IPage page)
    {
        await page.Keyboard.PressAsync("F7");
        await Expect(page.Locator("#cash-dialog")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#cash-dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#lines tr[data-at]")).ToHaveCountAsync(0);
    }

    public static Task Waits(this IPage page, int sales, int seconds = 5) =>
        Expect(page.Locator("#waiting")).ToHaveAttributeAsync("data-count", $"{sales}", new() { Timeout = seconds * 1000 });
}
