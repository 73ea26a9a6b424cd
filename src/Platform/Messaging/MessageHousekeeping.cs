using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Platform.Messaging;

/// <summary>Inbox rows and idempotency keys are kept as long as a repeat may still come, then removed.</summary>
internal sealed class MessageHousekeeping(IServiceScopeFactory scopes, ModuleCatalogue modules, ILogger<MessageHousekeeping> log) : BackgroundService
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromHours(6), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var database in modules.DatabaseTypes)
            {
                try { await Clean(database, DateTime.UtcNow - Keep, stop); }
                catch (Exception problem) when (!stop.IsCancellationRequested) { log.LogWarning(problem, "Clean-up of {Database} failed; it will run again", database.Name); }
            }
        }
    }

    internal async Task Clean(Type database, DateTime before, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database);
        await db.Inbox.Where(x => x.At < before).ExecuteDeleteAsync(stop);
        await db.Set<IdempotencyRecord>().Where(x => x.At < before).ExecuteDeleteAsync(stop);
    }
}
