using MediatR;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace ZhongFu.Gateway.Observability;

/// <summary>Logs, traces and metrics. Nothing leaves the process unless <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class ObservabilityStart
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.ClearProviders();
        services.AddSingleton<ILoggerProvider>(provider => new SerilogLoggerProvider(CreateLogger(provider.GetServices<ILogEventSink>(), console: true), dispose: true));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracePipeline<,>)); // before the modules' own steps, so that it spans them
        services.AddHealth();

        // Without a place to send them, spans would be made for nobody.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) services.AddTelemetry().UseOtlpExporter();
    }

    /// <summary>Traces and metrics of the web server, outgoing calls, the bus, the runtime and our own requests.</summary>
    internal static OpenTelemetryBuilder AddTelemetry(this IServiceCollection services) => services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("zhongfu"))
        .WithTracing(traces => traces.AddSource(Tracing.Source.Name, "MassTransit").AddHttpClientInstrumentation()
            .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health")))
        .WithMetrics(metrics => metrics.AddMeter(Tracing.Source.Name, "MassTransit").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation());

    /// <summary>One JSON line per event, to the console and to the sinks that are registered; what is personal is taken out before either sees it.</summary>
    internal static Serilog.Core.Logger CreateLogger(IEnumerable<ILogEventSink> sinks, bool console)
    {
        var settings = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext().Enrich.With<PersonalDataRemover>();
        if (console) settings.WriteTo.Console(new ScrubbedLines());
        foreach (var sink in sinks) settings.WriteTo.Sink(sink);
        return settings.CreateLogger();
    }
}
