namespace ZhongFu.Gateway.Observability;

internal static class ObservabilityStart
{
    public static void AddObservability(this WebApplicationBuilder builder) => builder.Logging.AddSimpleConsole();
}
