using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ZhongFu.Load;

/// <summary>The product as a process of its own, on the embedded default and a data folder of its own.</summary>
internal static class Gateway
{
    public static string Program { get; } = Path.Combine(Root(), "artifacts", "bin", "Gateway", "release", "ZhongFu.Gateway.dll");

    public static async Task<ChildProcess> Start(string? folder = null, params (string Key, string Value)[] settings)
    {
        var process = Launch(folder ?? Directory.CreateTempSubdirectory("zhongfu-load-").FullName, settings);
        await process.Answers("/health/ready");
        return process;
    }

    /// <summary>Starts without waiting for it to be ready.</summary>
    public static ChildProcess Launch(string folder, params (string Key, string Value)[] settings)
    {
        var port = ChildProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database__Folder"] = folder,
            ["RateLimits__Enabled"] = "false",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Serilog__MinimumLevel__Default"] = "Warning",
        };
        foreach (var (key, value) in settings) environment[key] = value;
        return ChildProcess.Start("dotnet", [Program], environment, port, Path.GetDirectoryName(Program));
    }

    public static async Task<string> Token(ChildProcess gateway, string userName)
    {
        using var http = new HttpClient { BaseAddress = gateway.Address };
        var answer = await http.PostAsJsonAsync("/api/identity/login", new { userName, password = "ZhongFu-demo-2026" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public static async Task<HttpClient> SignedIn(ChildProcess gateway, string userName)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseCookies = false }) { BaseAddress = gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(gateway, userName));
        return http;
    }

    /// <summary>Sends a command with a key of its own; an answer that is no success ends the run.</summary>
    public static async Task Command(this HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>SKUs of which at least so many can be ordered online, with their prices in fen and their products.</summary>
    public static async Task<IReadOnlyList<(Guid Id, long PriceFen, string ProductId)>> Skus(this HttpClient http, long available)
    {
        var skus = new List<(Guid, long, string)>();
        for (var page = 1; page <= 4; page++)
        {
            var list = await http.GetFromJsonAsync<JsonElement>($"/api/catalog/products?page={page}&pageSize=100");
            foreach (var product in list.GetProperty("items").EnumerateArray())
                foreach (var sku in product.GetProperty("skus").EnumerateArray())
                    if (sku.GetProperty("available").GetInt64() >= available) skus.Add((sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64(), product.GetProperty("id").GetString()!));
        }
        return skus;
    }

    public static async Task<long> Available(this HttpClient http, string productId, Guid skuId) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/catalog/products/{productId}")).GetProperty("skus").EnumerateArray()
            .First(x => x.GetProperty("id").GetGuid() == skuId).GetProperty("available").GetInt64();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
