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
/// a sweep finds the rows of a process that died, whose lease has run out, and those that waited for the link, oldest first.
/// A row that fails by itself backs off and is parked in the end; one that only finds no link waits as long as it takes.</summary>
internal sealed class OutboxRelay(
    IServiceScopeFactory scopes, IBus bus, BusLink link, ModuleCatalogue modules, OutboxAnnouncements announcements, Deliveries deliveries, ILogger<OutboxRelay> log)
    : BackgroundService
{
    public const int MostAttempts = 12;
    private const int Batch = 100;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await link.Open(stop);
        await Task.WhenAll(modules.DatabaseTypes.SelectMany(database =>
        {
            var safe = Channel.CreateUnbounded<Guid>();
            return new[] { Follow(database, safe.Writer, stop), Sweep(database, safe.Writer, stop), Remove(database, safe.Reader, stop) };
        }));
    }

    private async Task Follow(Type database, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        await foreach (var row in announcements.Of(database).ReadAllAsync(stop))
        {
            // A row whose lease has run out (a slow start, a queue of announcements) belongs to the sweep: published by both, each consumer would see it twice.
            if (link.IsUp && row.DueAt > DateTime.UtcNow) _ = Deliver(database, row, safe, stop);
        }
    }

    private async Task Sweep(Type database, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var more = false;
            try
            {
                if (link.IsUp) more = await DeliverDue(database, safe, stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(problem, "The outbox of {Database} could not be read; trying again", database.Name);
            }
            if (!more) await Task.Delay(SweepEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends what is due; true when there is more to do at once. A delivery that hangs does not hold up the next portion for longer than a sweep.</summary>
    private async Task<bool> DeliverDue(Type database, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        var rows = await Lease(database, stop);
        var all = Task.WhenAll(rows.Select(row => Deliver(database, row, safe, stop)));
        if (rows.Count < Batch || await Task.WhenAny(all, Task.Delay(SweepEvery, stop)) != all) return false;
        return (await all).All(delivered => delivered);
    }

    /// <summary>Takes up to 100 rows that are due, oldest first. One statement marks them with a time that only this call has: it decides between instances.</summary>
    internal async Task<IReadOnlyList<OutboxMessage>> Lease(Type database, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database);
        var now = DateTime.UtcNow;
        var due = await db.Outbox.AsNoTracking().Where(x => x.ParkedAt == null && x.DueAt <= now).OrderBy(x => x.DueAt).ThenBy(x => x.Id).Take(Batch).Select(x => x.Id).ToListAsync(stop);
        if (due.Count == 0) return [];
        // Whole microseconds: the finest that every database keeps.
        var mine = new DateTime((now + DeliveryTimeout).Ticks / 10 * 10, DateTimeKind.Utc).AddMicroseconds(Random.Shared.Next(1_000_000));
        await db.Outbox.Where(x => due.Contains(x.Id) && x.ParkedAt == null && x.DueAt <= now).ExecuteUpdateAsync(x => x.SetProperty(r => r.DueAt, mine), stop);
        return await db.Outbox.AsNoTracking().Where(x => due.Contains(x.Id) && x.DueAt == mine).OrderBy(x => x.Id).ToListAsync(stop);
    }

    /// <summary>Whether the row is safe now.</summary>
    private async Task<bool> Deliver(Type database, OutboxMessage row, ChannelWriter<Guid> safe, CancellationToken stop)
    {
        var itsFault = true;
        try
        {
            var type = modules.MessageType(row.Type);
            var message = JsonSerializer.Deserialize(row.Body, type)!;
            var arrived = deliveries.Expect(row.Id, type);
            itsFault = !link.HasBroker;
            await Publish(message, type, row.Id, stop);
            await arrived.WaitAsync(DeliveryTimeout, stop);
            safe.TryWrite(row.Id);
            return true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            deliveries.Forget(row.Id);
            await Postpone(database, row, problem, itsFault, stop);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false; // stopping: the row stays and its lease runs out
        }
    }

    /// <summary>Without a limit of its own a publication hangs as long as the cable is pulled.</summary>
    private async Task Publish(object message, Type type, Guid id, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(PublishTimeout);
        await bus.Publish(message, type, context => context.MessageId = id, enough.Token);
    }

    private async Task Postpone(Type database, OutboxMessage row, Exception problem, bool itsFault, CancellationToken stop)
    {
        var now = DateTime.UtcNow;
        var attempts = row.Attempts + (itsFault ? 1 : 0);
        // Without link the row keeps its place in the line: as old as it is.
        var due = itsFault ? now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, attempts) / 4)) : row.At;
        DateTime? parked = itsFault && attempts >= MostAttempts ? now : null;
        var reason = problem.GetType().Name + ": " + problem.Message;
        if (reason.Length > 1000) reason = reason[..1000];
        if (itsFault) log.LogWarning(problem, "{Message} {Id} was not delivered (attempt {Attempt}){Outcome}", row.Type, row.Id, attempts, parked is null ? "; trying again" : "; parked");
        else log.LogDebug(problem, "{Message} {Id} waits for the link", row.Type, row.Id);
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
