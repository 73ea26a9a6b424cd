using System.Diagnostics;
using Microsoft.Playwright;
using ZhongFu.TestKit;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>One real Chromium for all tests; each test opens a context, which is a fresh browser profile.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright playwright = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet, Headless = true });
    }

    /// <summary>A browser of its own on a profile that outlives it, as on a till.</summary>
    public async Task<IPage> OnProfile(string folder, string address)
    {
        var context = await playwright.Chromium.LaunchPersistentContextAsync(folder, new()
        {
            ExecutablePath = "/usr/bin/chromium", Args = Quiet, Headless = true, BaseURL = address, ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Locale = "zh-CN",
        });
        context.SetDefaultTimeout(15_000);
        return context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
    }

    /// <summary>Ends the browser of a profile on the spot, as a power cut does: nothing is flushed, no page hears of it.</summary>
    public static void Kill(string profile)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var command = $"/proc/{process.Id}/cmdline";
                if (!IsOf(command, profile)) continue;
                process.Kill();
                process.WaitForExit();
            }
        }
    }

    private static bool IsOf(string command, string profile)
    {
        try { return File.ReadAllText(command).Contains($"--user-data-dir={profile}", StringComparison.Ordinal); }
        catch (IOException) { return false; } // it has gone meanwhile
        catch (UnauthorizedAccessException) { return false; }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>Tests share the browser, each class has a site of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}

/// <summary>A site on loopback with the demonstration data, and pages on it.</summary>
internal sealed class Site(GatewayHost host, string address, IBrowser browser, Func<ChangingOffers?>? offers = null) : IAsyncDisposable
{
    public GatewayHost Host { get; } = host;

    public string Address { get; } = address;

    /// <summary>The catalogue's offers, which a test may change.</summary>
    public ChangingOffers Offers => offers?.Invoke() ?? throw new InvalidOperationException("Nobody asked for an offer yet.");

    public static async Task<Site> Open(IBrowser browser)
    {
        ChangingOffers? offers = null;
        // Files are sent as in production: packed when the site was built, and not looked at again for changes.
        var (host, address) = await GatewayHost.StartOnPort(new() { ["ReloadStaticAssetsAtRuntime"] = "false" }, services => ChangingOffers.Into(services, made => offers = made));
        return new Site(host, address, browser, () => offers);
    }

    /// <summary>A page in a fresh profile; no path given: a blank page.</summary>
    public Task<IPage> Page(string? path = null, int width = 390, int height = 844, bool javaScript = true, ColorScheme scheme = ColorScheme.Light) =>
        Page(browser, Address, path, width, height, javaScript, scheme);

    /// <summary>The same on any address.</summary>
    public static async Task<IPage> Page(IBrowser browser, string address, string? path = null, int width = 390, int height = 844, bool javaScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = javaScript, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, Locale = "zh-CN",
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        if (path is not null) await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs a demonstration account in through the login page.</summary>
    public static async Task SignIn(IPage page, string userName)
    {
        await page.GotoAsync("/login");
        await page.Locator("main input[autocomplete=username]").FillAsync(userName);
        await page.Locator("main input[type=password]").FillAsync(GatewayHost.DemoPassword);
        await page.Locator("main form:has(input[type=password]) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
