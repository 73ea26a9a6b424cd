using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Observability;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: every database is reachable and the bus has started.</summary>
internal static class HealthStart
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabasesAnswer>("databases", tags: ["ready"]); // the bus brings its own check with the same tag

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = Write }).AllowAnonymous().DisableRateLimiting();
    }

    /// <summary>Names and states only: what exactly failed is in the log.</summary>
    private static Task Write(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(x => x.Key, x => x.Value.Status.ToString()) });
}

internal sealed class DatabasesAnswer(ModuleDatabases databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var db in databases.All)
            if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy($"The database of {db.Schema} does not answer.");
        return HealthCheckResult.Healthy();
    }
}
