using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HdrHistogram;

namespace ZhongFu.Load;

/// <summary>Asks over keep-alive connections as fast as answers come. Plain sockets: a heavy client would hide the difference between servers.</summary>
internal static class HttpLoad
{
    /// <summary>What a run gave.</summary>
    /// <param name="PerSecond">Answers with status 200.</param>
    /// <param name="P50Ms">Median latency, milliseconds.</param>
    /// <param name="P99Ms">99th percentile, milliseconds.</param>
    /// <param name="Errors">Answers with another status.</param>
    public sealed record Result(double PerSecond, double P50Ms, double P99Ms, long Errors);

    public static async Task<Result> Run(ChildProcess server, Func<long, string> path, int connections, TimeSpan warmUp, TimeSpan duration, string headers = "")
    {
        await Measure(server, path, connections, warmUp, headers);
        return await Measure(server, path, connections, duration, headers);
    }

    private static async Task<Result> Measure(ChildProcess server, Func<long, string> path, int connections, TimeSpan duration, string headers)
    {
        var histogram = new LongConcurrentHistogram(1, TimeSpan.TicksPerMinute, 3);
        long counter = 0, good = 0, bad = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
            while (watch.Elapsed < duration)
            {
                var request = Encoding.ASCII.GetBytes($"GET {path(Interlocked.Increment(ref counter))} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n{headers}\r\n");
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                var status = await ReadAnswer(socket, buffer);
                histogram.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(sent).Ticks));
                if (status == 200) Interlocked.Increment(ref good);
                else Interlocked.Increment(ref bad);
            }
            ArrayPool<byte>.Shared.Return(buffer);
        })));
        return new Result(good / watch.Elapsed.TotalSeconds, Ms(histogram, 50), Ms(histogram, 99), bad);
    }

    private static async ValueTask<int> ReadAnswer(Socket socket, byte[] buffer)
    {
        var filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) filled += await Receive(socket, buffer, filled);
        var (status, length) = ReadHead(buffer.AsSpan(0, head));
        head += 4;
        if (length >= 0)
        {
            for (var missing = head + length - filled; missing > 0;)
            {
                var got = await Receive(socket, buffer, 0);
                missing -= got;
            }
            return status;
        }
        // Chunked: the end is an empty chunk.
        while (!buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8)) filled += await Receive(socket, buffer, filled);
        return status;
    }

    private static async ValueTask<int> Receive(Socket socket, byte[] buffer, int from)
    {
        var got = await socket.ReceiveAsync(buffer.AsMemory(from));
        return got > 0 ? got : throw new IOException("The server closed the connection.");
    }

    private static (int Status, int Length) ReadHead(ReadOnlySpan<byte> head)
    {
        var status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return (status, -1);
        var length = 0;
        foreach (var digit in head[(at + 16)..])
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            length = length * 10 + digit - '0';
        }
        return (status, length);
    }

    private static double Ms(LongConcurrentHistogram histogram, double percentile) => histogram.GetValueAtPercentile(percentile) / (double)TimeSpan.TicksPerMillisecond;
}
