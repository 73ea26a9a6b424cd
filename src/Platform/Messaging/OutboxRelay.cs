using System.Text.Json;
using System.Threading.Channels;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Messaging;

/// <summary>Publishes committed outbox rows at least once and removes each when it is safe. Rows of this process come by announcement;
/// a sweep finds the rows of a process that died, whose lease has run out. Failed rows back off and are parked in the end.</summary>
internal sealed class OutboxRelay(IServiceScopeFactory scopes, IBusControl bus, ModuleCatalogue modules, OutboxAnnouncements announcements, Deliveries deliveries, ILogger<OutboxRelay> log)
    : BackgroundService
{
    public const int MostAttempts = 12;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        // A broker drops what is published before the queues stand, and confirms it all the same.
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stop);
        await Task.WhenAll(modules.DatabaseTypes.SelectMany(database =>
        {
            var safe = Channel.CreateUnbounded<Guid>();
            return new[] { Follow(database, safe.Writer, stop), Sweep(database, safe.Writer, stop), Remove(database, safe.Reader, stop) };
        }));
    }

    private async Task Follow(Type database, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        await foreach (var row in announcements.Of(database).ReadAllAsync(stop)) _ = Deliver(database, row, safe, stop);
    }

    private async Task Sweep(Type database, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                foreach (var row in await Lease(database, stop)) _ = Deliver(database, row, safe, stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(problem, "The outbox of {Database} could not be read; trying again", database.Name);
            }
            await Task.Delay(SweepEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes up to 100 rows that are due; the conditional update decides between instances.</summary>
    internal async Task<IReadOnlyList<OutboxMessage>> Lease(Type database, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database);
        var now = DateTime.UtcNow;
        var due = await db.Outbox.AsNoTracking().Where(x => x.ParkedAt == null && x.DueAt <= now).OrderBy(x => x.DueAt).Take(100).ToListAsync(stop);
        var mine = new List<OutboxMessage>();
        foreach (var row in due)
        {
            var taken = await db.Outbox.Where(x => x.Id == row.Id && x.DueAt == row.DueAt)
                .ExecuteUpdateAsync(x => x.SetProperty(r => r.DueAt, now + DeliveryTimeout).SetProperty(r => r.Attempts, r => r.Attempts + 1), stop);
            if (taken == 1) mine.Add(row);
        }
        return mine;
    }

    private async Task Deliver(Type database, OutboxMessage row, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        try
        {
            var type = modules.MessageType(row.Type);
            var arrived = deliveries.Expect(row.Id, type);
            await bus.Publish(JsonSerializer.Deserialize(row.Body, type)!, type, context => context.MessageId = row.Id, stop);
            await arrived.WaitAsync(DeliveryTimeout, stop);
            safe.TryWrite(row.Id);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            deliveries.Forget(row.Id);
            await Postpone(database, row, problem, stop);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the row stays and its lease runs out.
        }
    }

    private async Task Postpone(Type database, OutboxMessage row, Exception problem, CancellationToken stop)
    {
        var now = DateTime.UtcNow;
        var attempts = row.Attempts + 1;
        var due = now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, attempts) / 4));
        DateTime? parked = attempts >= MostAttempts ? now : null;
        var reason = problem.GetType().Name + ": " + problem.Message;
        if (reason.Length > 1000) reason = reason[..1000];
        log.LogWarning(problem, "{Message} {Id} was not delivered (attempt {Attempt}){Outcome}", row.Type, row.Id, attempts, parked is null ? "; trying again" : "; parked");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database);
            await db.Outbox.Where(x => x.Id == row.Id).ExecuteUpdateAsync(x => x
                .SetProperty(r => r.DueAt, due).SetProperty(r => r.Attempts, attempts).SetProperty(r => r.ParkedAt, parked).SetProperty(r => r.Problem, reason), stop);
        }
        catch (Exception again) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(again, "Could not postpone {Id}; its lease runs out by itself", row.Id);
        }
    }

    /// <summary>Removes safe rows many at a time: one commit instead of one for each message.</summary>
    private async Task Remove(Type database, ChannelReader<Guid> safe, CancellationToken stop)
    {
        var ids = new List<Guid>();
        while (await safe.WaitToReadAsync(stop))
        {
            while (ids.Count < 200 && safe.TryRead(out var id)) ids.Add(id);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database);
                await using var work = await db.BeginAsync(stop);
                await db.Outbox.Where(x => ids.Contains(x.Id)).ExecuteDeleteAsync(stop);
                await work.CommitAsync(stop);
                ids.Clear();
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(problem, "Delivered rows of {Database} could not be removed; trying again", database.Name);
                await Task.Delay(SweepEvery, stop);
            }
            // A short pause gathers rows under load and costs nothing when it is quiet: nobody waits for a removal.
            await Task.Delay(20, stop);
        }
    }
}
