using System.Net;
using System.Net.Sockets;

namespace ZhongFu.TestKit;

/// <summary>A loopback port that leads to a server, and can be cut like a cable: what is open hangs, what is new gets no answer.</summary>
public sealed class CuttableLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly string host;
    private readonly int port;
    private readonly Task accepting;
    private volatile CancellationTokenSource connections = new();
    private volatile bool isCut;

    /// <summary>Leads to <paramref name="host"/>.</summary>
    public CuttableLink(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where to connect instead.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Pulls the cable: nobody is told, nothing passes any more.</summary>
    public void Cut() => isCut = true;

    /// <summary>Plugs it in again; the old connections are dead, as the servers have forgotten them by now.</summary>
    public void Restore()
    {
        var old = Interlocked.Exchange(ref connections!, new CancellationTokenSource());
        isCut = false;
        old.Cancel();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await connections.CancelAsync();
        listener.Stop();
        await accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync(closing.Token), connections.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient near, CancellationToken dead)
    {
        using var far = new TcpClient { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                if (isCut) await Task.Delay(Timeout.Infinite, dead);
                await far.ConnectAsync(host, port, dead);
                await Task.WhenAny(Pump(near.GetStream(), far.GetStream(), dead), Pump(far.GetStream(), near.GetStream(), dead));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException)
            {
                // Cut, or refused by the server: closing the near end tells so.
            }
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, CancellationToken dead)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, dead) is var length and > 0)
            {
                if (isCut) await Task.Delay(Timeout.Infinite, dead);
                await to.WriteAsync(buffer.AsMemory(0, length), dead);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // One end has gone: the other follows.
        }
    }
}
