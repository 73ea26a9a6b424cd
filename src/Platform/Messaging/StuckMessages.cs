using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Messaging;

/// <summary>How a module's outgoing messages stand.</summary>
/// <param name="Module">The module.</param>
/// <param name="Waiting">Messages on their way, or waiting for the link.</param>
/// <param name="OldestAt">Since when the oldest waits, UTC; null when none does.</param>
public sealed record OutboxState(string Module, int Waiting, DateTime? OldestAt);

/// <summary>A message that was given up, because it failed by itself again and again.</summary>
/// <param name="Place">Whose it is: a module's outbox, or the queue of a consumer.</param>
/// <param name="Type">Contract name.</param>
/// <param name="Id">Message id.</param>
/// <param name="At">When it was given up, UTC, if that is known.</param>
/// <param name="Problem">What went wrong the last time.</param>
public sealed record StuckMessage(string Place, string Type, string Id, DateTime? At, string Problem);

/// <summary>The broker does not answer: what lies in its queues cannot be looked at now.</summary>
public sealed class BrokerAway(Exception cause) : Exception("The broker is out of reach.", cause);

/// <summary>What an operator sees of the bus: what waits, what was given up, and a way to send that again.</summary>
public sealed class StuckMessages(ModuleDatabases databases, ModuleCatalogue modules, IConfiguration configuration)
{
    private const int Most = 200;

    /// <summary>The outboxes of this process.</summary>
    public async Task<IReadOnlyList<OutboxState>> Outboxes(CancellationToken cancellationToken)
    {
        var states = new List<OutboxState>();
        foreach (var db in databases.All)
        {
            var waiting = db.Outbox.AsNoTracking().Where(x => x.ParkedAt == null);
            states.Add(new OutboxState(db.Schema, await waiting.CountAsync(cancellationToken), await waiting.MinAsync(x => (DateTime?)x.At, cancellationToken)));
        }
        return states;
    }

    /// <summary>At most 200 of each outbox and each error queue; those of the broker for all modules, wherever they run.</summary>
    /// <exception cref="BrokerAway">The broker is out of reach.</exception>
    public async Task<IReadOnlyList<StuckMessage>> List(CancellationToken cancellationToken)
    {
        var found = new List<StuckMessage>();
        foreach (var db in databases.All)
            found.AddRange((await db.Outbox.AsNoTracking().Where(x => x.ParkedAt != null).OrderBy(x => x.Id).Take(Most).ToListAsync(cancellationToken))
                .Select(x => new StuckMessage(db.Schema, x.Type, x.Id.ToString(), x.ParkedAt, x.Problem ?? "")));
        if (Broker() is { } broker)
        {
            await using var connection = await broker.Connect(cancellationToken);
            foreach (var queue in Queues) found.AddRange(await ErrorQueue.Peek(connection, queue, Most, cancellationToken));
        }
        return found;
    }

    /// <summary>Sends all of them again; consumers know by their inbox what they have done already.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="BrokerAway">The broker is out of reach.</exception>
    public async Task<int> SendAgain(CancellationToken cancellationToken)
    {
        var (sent, now) = (0, DateTime.UtcNow);
        foreach (var db in databases.All)
            sent += await db.Outbox.Where(x => x.ParkedAt != null)
                .ExecuteUpdateAsync(x => x.SetProperty(r => r.ParkedAt, (DateTime?)null).SetProperty(r => r.Attempts, 0).SetProperty(r => r.DueAt, now), cancellationToken);
        if (Broker() is { } broker)
        {
            await using var connection = await broker.Connect(cancellationToken);
            foreach (var queue in Queues) sent += await ErrorQueue.Return(connection, queue, cancellationToken);
        }
        return sent;
    }

    private IEnumerable<string> Queues => modules.ConsumerTypes.Concat(modules.DistantConsumerTypes).Select(Rabbit.QueueOf).Order(StringComparer.Ordinal);

    private BrokerAddress? Broker() => configuration["Bus:Transport"] == "RabbitMq" ? new BrokerAddress(new Uri(configuration["Bus:Uri"]!)) : null;
}
