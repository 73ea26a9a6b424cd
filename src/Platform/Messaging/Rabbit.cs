using MassTransit;
using Microsoft.Extensions.Configuration;

namespace ZhongFu.Platform.Messaging;

/// <summary>How this platform uses RabbitMQ. Each queue is declared in two ways, by its consumer and by whoever publishes first: both must say the same.</summary>
internal static class Rabbit
{
    /// <summary>A pulled cable is noticed after two missed beats.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>Connects with publisher confirms (the default): a publication ends when the broker has it on disk.</summary>
    public static void Connect(IRabbitMqBusFactoryConfigurator rabbit, IConfiguration configuration) =>
        rabbit.Host(new Uri(configuration["Bus:Uri"] ?? throw new InvalidOperationException("Bus:Transport RabbitMq needs Bus:Uri.")), host => host.Heartbeat(Heartbeat));

    /// <summary>Durable on a majority of the broker's nodes.</summary>
    public static void Configure(IRabbitMqReceiveEndpointConfigurator queue)
    {
        queue.SetQuorumQueue();
        queue.PrefetchCount = 64; // some messages that wait for a retry must not hold up the others
    }

    /// <summary>Declares exchanges, queues and bindings of these consumers without consuming: what is published before a consumer's process
    /// has ever run waits for it. A broker drops what no queue is bound for, and confirms it all the same.</summary>
    public static async Task Declare(IEnumerable<Type> consumers, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            Connect(rabbit, configuration);
            rabbit.DeployTopologyOnly = true;
            foreach (var consumer in consumers)
                rabbit.ReceiveEndpoint(QueueOf(consumer), queue =>
                {
                    Configure(queue);
                    queue.Consumer(consumer, _ => throw new InvalidOperationException("Declared, not consumed."));
                });
        });
        await bus.DeployAsync(cancellationToken);
    }

    /// <summary>Each consumer has a queue of its own.</summary>
    public static string QueueOf(Type consumer) => KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Name);
}
