using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Messaging;

/// <summary>Which bus links the modules: in memory for one process, RabbitMQ for several.</summary>
internal static class BusTransport
{
    public static void AddBus(this IServiceCollection services, IConfiguration configuration, ModuleCatalogue modules)
    {
        var broker = configuration["Bus:Transport"] switch
        {
            null or "" or "InMemory" => false,
            "RabbitMq" => true,
            var other => throw new InvalidOperationException($"Bus:Transport '{other}' is not one of InMemory, RabbitMq."),
        };
        services.AddSingleton(modules);
        services.AddSingleton<OutboxAnnouncements>();
        services.AddSingleton(typeof(Gathering<>));
        services.AddSingleton(new Deliveries(modules, broker));
        services.AddSingleton<BusLink>();
        services.AddHostedService<BusPreparation>();
        services.AddMassTransit(bus =>
        {
            // Types, not assemblies: MassTransit overlooks internal consumers of an assembly.
            foreach (var consumer in modules.ConsumerTypes) bus.AddConsumer(consumer, GatheredDefinition.For(consumer));
            bus.SetKebabCaseEndpointNameFormatter();
            bus.DisableUsageTelemetry(); // the platform calls nobody
            if (broker) UseRabbitMq(bus, configuration);
            else UseMemory(bus);
        });
        services.AddScoped<StuckMessages>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<MessageHousekeeping>();
    }

    private static void UseMemory(IBusRegistrationConfigurator bus)
    {
        // No retry here: a failed consumer is told to the outbox, which backs off and sends again; the in-memory error queue would only grow.
        bus.AddConfigureEndpointsCallback((_, endpoint) => endpoint.DiscardFaultedMessages());
        bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
    }

    private static void UseRabbitMq(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        bus.AddConfigureEndpointsCallback((_, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue) Rabbit.Configure(queue);
            endpoint.UseMessageRetry(Outages.WaitOut);
            endpoint.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(300)));
        });
        bus.UsingRabbitMq((context, rabbit) =>
        {
            Rabbit.Connect(rabbit, configuration);
            rabbit.ConfigureEndpoints(context);
        });
    }
}
