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

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
