using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Fills the shelf before the first request is answered, then looks every few seconds for what other processes have changed.</summary>
internal sealed class ShelfKeeper(IServiceScopeFactory scopes, ILogger<ShelfKeeper> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await WithLoader(async loader => { await loader.LoadAll(cancellationToken); return 0; });
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var since = DateTime.UnixEpoch;
        // Real time on purpose: this is between processes, a business clock that stands still must not stop it.
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try { since = await WithLoader(loader => loader.LoadFigures(since, stop)); }
                catch (Exception problem) when (!stop.IsCancellationRequested) { log.LogWarning(problem, "Stock and sales could not be read; trying again"); }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task<T> WithLoader<T>(Func<ShelfLoader, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ShelfLoader>());
    }
}
