using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.TestKit;

/// <summary>The whole platform on files of its own, with a clock the test moves. Start one for a class (<c>IAsyncLifetime</c> or a fixture), not for each test.</summary>
public sealed class GatewayHost : WebApplicationFactory<Program>
{
    /// <summary>Password of every demonstration account.</summary>
    public const string DemoPassword = "ZhongFu-demo-2026";

    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? configure;
    private readonly bool ownsFolder;

    private GatewayHost(string folder, Dictionary<string, string?> settings, Action<IServiceCollection>? configure, bool ownsFolder)
    {
        (Folder, this.settings, this.configure, this.ownsFolder) = (folder, settings, configure, ownsFolder);
        // Monday 2026-11-23 17:00 in Shanghai: the day the acceptance checks are written for.
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    }

    /// <summary>Where this host keeps its databases and keys.</summary>
    public string Folder { get; }

    /// <summary>The business clock of the host; stands still unless the test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Starts a host on a fresh copy of the seeded demonstration data.</summary>
    /// <param name="settings">Configuration that differs from the default, e.g. <c>["Stripe:ApiKey"] = "sk_test_x"</c>.</param>
    /// <param name="configure">Replaces services, e.g. a double.</param>
    /// <param name="folder">An existing data folder, to play a restart; it is left in place.</param>
    public static async Task<GatewayHost> Start(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null, string? folder = null)
    {
        settings ??= [];
        var own = folder is null;
        folder ??= settings.ContainsKey("Database:Provider") ? Temporary.Folder() : await SeededFolder.Copy();
        var host = new GatewayHost(folder, settings, configure, own);
        await Task.Run(() => _ = host.Server); // starts the server: migrations and seeds run here
        return host;
    }

    /// <summary>As <see cref="Start"/>, but on a real loopback port that a browser can open.</summary>
    public static async Task<(GatewayHost Host, string Address)> StartOnPort(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var host = new GatewayHost(await SeededFolder.Copy(), settings ?? [], configure, ownsFolder: true);
        host.UseKestrel(0);
        await Task.Run(host.StartServer);
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return (host, addresses.Addresses.First().Replace("localhost", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
    }

    internal static GatewayHost Bare(string folder) => new(folder, [], null, ownsFolder: false);

    /// <summary>A browser: keeps cookies, does not follow redirects, and says it wants pages.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>A program without cookies and without a token.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>A program that holds a bearer token of a demonstration account.</summary>
    public async Task<HttpClient> SignedIn(string userName)
    {
        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/identity/login", new { userName, password = DemoPassword });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Sends a request through the module's own pipeline, as the system.</summary>
    public async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Looks into a module's database.</summary>
    public async Task<TResult> Look<TDb, TResult>(Func<TDb, Task<TResult>> look) where TDb : ModuleDb
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Whether every message of every module here is delivered, or safe at the broker.</summary>
    public async Task<bool> NothingWaits()
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var db in scope.ServiceProvider.GetRequiredService<ModuleDatabases>().All)
            if (await db.Outbox.AnyAsync()) return false;
        return true;
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Folder", Folder);
        builder.UseSetting("RateLimits:Enabled", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(log => log.ClearProviders()); // before what the test adds: a test may want to read the log
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            configure?.Invoke(services);
        });
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsFolder) Temporary.Remove(Folder);
    }
}
