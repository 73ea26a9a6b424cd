using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace ZhongFu.Load;

/// <summary>At the till in a real browser: from the scanner's Enter to the frame that shows the line.</summary>
internal sealed class ScanToLine : Benchmark
{
    private const int Scans = 200;
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Notes for each Enter when the first frame after a change of the lines is drawn.</summary>
    private const string Watch = """
        window.scans = []; let since = 0;
        addEventListener('keydown', event => { if (event.key === 'Enter') since = performance.now(); }, true);
        new MutationObserver(() => { if (!since) return; const from = since; since = 0; requestAnimationFrame(() => scans.push(performance.now() - from)); })
          .observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
        """;

    public override string Name => "scan-to-line";

    public override string About => $"{Scans} scans of 100 goods in Chromium, Enter to the drawn line, p99";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var http = new HttpClient { BaseAddress = gateway.Address };
        var list = await http.GetFromJsonAsync<JsonElement>("/api/catalog/products?pageSize=100");
        var codes = list.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("skus")[0].GetProperty("barcode").GetString()!).ToList();

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
        var page = await browser.NewPageAsync(new() { BaseURL = gateway.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync("/login?returnUrl=%2Fpos");
        await page.FillAsync("main input[autocomplete=username]", "cashier");
        await page.FillAsync("main input[type=password]", "ZhongFu-demo-2026");
        await page.ClickAsync("main button[type=submit]");
        await page.GotoAsync("/pos");
        await page.WaitForSelectorAsync("html[data-ready='1']");
        await page.EvaluateAsync($"() => {{ {Watch} }}");
        for (var n = 0; n < Scans; n++)
        {
            await page.Keyboard.TypeAsync(codes[n % codes.Count]);
            await page.Keyboard.PressAsync("Enter");
            await page.EvaluateAsync("async n => { while (scans.length <= n) await new Promise(requestAnimationFrame); }", n);
        }
        var times = (await page.EvaluateAsync<double[]>("() => scans")).Order().ToList();
        Console.WriteLine($"median {times[Scans / 2]:0.0} ms, worst {times[^1]:0.0} ms");
        return [Row.AtMost(Name, times[Scans * 99 / 100], "ms", 50)];
    }
}
