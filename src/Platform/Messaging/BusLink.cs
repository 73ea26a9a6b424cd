using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Messaging;

/// <summary>Whether messages can be handed over now. In memory always; a broker may be out of reach for hours, and then messages wait in the outbox.</summary>
internal sealed class BusLink(IBusControl bus, ModuleCatalogue modules, IConfiguration configuration, Deliveries deliveries, ILogger<BusLink> log)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>A start does not wait longer for a broker that is away; the shop opens without it.</summary>
    private static readonly TimeSpan AtStart = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);
    private Answer last = new(0, false);
    private volatile bool declared;

    /// <summary>Whether the broker stands between the modules: then a failed publication is the link's fault and not the message's.</summary>
    public bool HasBroker => deliveries.BrokerKeepsMessages;

    /// <summary>False while the broker is out of reach.</summary>
    public bool IsUp
    {
        get
        {
            if (!HasBroker) return true;
            var before = last;
            if (before.IsUp && TimeProvider.System.GetElapsedTime(before.At) < AskAgain) return true;
            var now = new Answer(TimeProvider.System.GetTimestamp(), QueuesAreOpen());
            if (Interlocked.CompareExchange(ref last, now, before) == before && now.IsUp != before.IsUp) Tell(now.IsUp);
            return now.IsUp;
        }
    }

    /// <summary>Declares every queue of every module before the bus consumes, as far as the broker can be reached at the start. RabbitMQ closes the connection of whoever
    /// consumes from a quorum queue that another connection is declaring at that moment, and the bus would come back only after a while.</summary>
    public async Task Prepare(CancellationToken stop)
    {
        if (HasBroker) await TryDeclare(AtStart, stop);
    }

    /// <summary>Returns when the first message may be published: every queue of every module stands, also those of processes that have not started yet.</summary>
    public async Task Open(CancellationToken stop)
    {
        if (!HasBroker) await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stop);
        while (HasBroker && !declared)
        {
            await Task.Delay(AskAgain, stop);
            if (QueuesAreOpen()) await TryDeclare(Later, stop); // the broker has come up later: the bus has declared and opened its own queues by now
        }
    }

    private async Task TryDeclare(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
            enough.CancelAfter(patience);
            await Rabbit.Declare([.. modules.ConsumerTypes, .. modules.DistantConsumerTypes], configuration, enough.Token);
            declared = true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("The queues could not be declared at the broker ({Problem}); messages wait in the outbox", problem.Message);
        }
    }

    /// <summary>Judged by the queues that are consumed here: the bus's own temporary one is never opened, and calls itself well without a link.</summary>
    private bool QueuesAreOpen()
    {
        var queues = bus.CheckHealth().Endpoints.Values.Where(x => x.InputAddress?.Query.Contains("temporary=true", StringComparison.Ordinal) != true).ToList();
        return queues.Count == 0 || queues.Exists(x => x.Status == BusHealthStatus.Healthy);
    }

    private void Tell(bool isUp)
    {
        if (isUp) log.LogInformation("The broker is in reach; what waits in the outbox goes out");
        else log.LogWarning("The broker is out of reach; messages wait in the outbox");
    }

    private sealed record Answer(long At, bool IsUp);
}

/// <summary>Runs before the bus starts: hosted services start in the order they are registered.</summary>
internal sealed class BusPreparation(BusLink link) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => link.Prepare(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
