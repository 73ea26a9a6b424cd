using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ZhongFu.TestKit;

/// <summary>The platform as a process of its own on loopback, with files of its own: a test can kill it and start it again on the same port and the same files.</summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly string Program = FindProgram();

    private readonly Dictionary<string, string> settings;
    private readonly int port = FreePort();
    private Process? process;

    private GatewayProcess(string folder, Dictionary<string, string> settings)
    {
        (Folder, this.settings) = (folder, settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    /// <summary>Where its databases and keys are.</summary>
    public string Folder { get; }

    /// <summary>The same for all its lives.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Starts one on a fresh copy of the seeded demonstration data and waits until it is ready.</summary>
    public static async Task<GatewayProcess> Start(Dictionary<string, string>? settings = null)
    {
        var gateway = new GatewayProcess(await SeededFolder.Copy(), settings ?? []);
        await gateway.StartAgain();
        return gateway;
    }

    /// <summary>Starts one on an empty folder, which it fills itself.</summary>
    /// <param name="settings">As <see cref="GatewayHost.Start"/> takes them: <c>["Bus:Transport"] = "RabbitMq"</c>.</param>
    public static async Task<GatewayProcess> StartEmpty(Dictionary<string, string?> settings)
    {
        var gateway = Prepare(settings);
        await gateway.StartAgain();
        return gateway;
    }

    /// <summary>One that has its address and its empty folder, and does not run yet.</summary>
    public static GatewayProcess Prepare(Dictionary<string, string?> settings) =>
        new(Temporary.Folder(), settings.ToDictionary(x => x.Key.Replace(":", "__", StringComparison.Ordinal), x => x.Value ?? ""));

    /// <summary>Changes a setting for the next start.</summary>
    public void Set(string key, string value) => settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;

    /// <summary>A program without cookies and without a token.</summary>
    public HttpClient Anonymous() => Client();

    /// <summary>Starts it on the same port and files, and waits until it is ready.</summary>
    public async Task StartAgain()
    {
        process = Launch();
        using var http = Client();
        await Eventually.True(async () =>
        {
            if (process.HasExited) throw new InvalidOperationException($"The process ended with {process.ExitCode}.");
            try { return (await http.GetAsync("/health/ready")).IsSuccessStatusCode; }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException) { return false; }
        }, TimeSpan.FromSeconds(90));
    }

    /// <summary>Ends it on the spot, whatever it is doing: nothing is flushed, nothing is said.</summary>
    public void Kill()
    {
        if (process is null || process.HasExited) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Runs one of the program's commands on the same files.</summary>
    public async Task<(int ExitCode, string Output)> Run(string command)
    {
        using var run = Launch(command);
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, await output + await errors);
    }

    /// <summary>A program without cookies that holds a bearer token of a demonstration account.</summary>
    public async Task<HttpClient> SignedIn(string userName)
    {
        var client = Client();
        var answer = await client.PostAsJsonAsync("/api/identity/login", new { userName, password = GatewayHost.DemoPassword });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return client;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Kill();
        process?.Dispose();
        process = null;
        Temporary.Remove(Folder);
        return ValueTask.CompletedTask;
    }

    private HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };

    private Process Launch(string? command = null)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(Program), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program);
        if (command is not null) start.ArgumentList.Add(command);
        var environment = new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_URLS"] = Address.ToString(), ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Database__Folder"] = Folder, ["RateLimits__Enabled"] = "false", ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var started = Process.Start(start) ?? throw new InvalidOperationException("No process came up.");
        if (command is null)
        {
            // A pipe that nobody empties would stop the process once it is full.
            started.BeginOutputReadLine();
            started.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text); };
            started.BeginErrorReadLine();
        }
        return started;
    }

    /// <summary>Beside the tests' own output: <c>artifacts/bin/Gateway/debug</c>.</summary>
    private static string FindProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Gateway", own.Name, "ZhongFu.Gateway.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
