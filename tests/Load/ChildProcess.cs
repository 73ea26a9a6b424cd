using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ZhongFu.Load;

/// <summary>A server this program started on loopback; ends with it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private ChildProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Resident memory, MB.</summary>
    public double ResidentMb
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time used so far, seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static ChildProcess Start(string program, IEnumerable<string> arguments, Dictionary<string, string> environment, int port, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Environment.CurrentDirectory };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (!string.IsNullOrEmpty(line.Data)) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var child = new ChildProcess(process, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => child.End();
        return child;
    }

    /// <summary>Waits until the path answers 200, at most a minute.</summary>
    public async Task<byte[]> Answers(string path)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var end = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var answer = await http.GetAsync(path);
                if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsByteArrayAsync();
            }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
            {
                if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode} before it answered {path}.");
            }
            if (end.Elapsed > TimeSpan.FromMinutes(1)) throw new TimeoutException($"{Address}{path} did not answer within a minute.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        End();
        await process.WaitForExitAsync();
    }

    private void End()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }
}
