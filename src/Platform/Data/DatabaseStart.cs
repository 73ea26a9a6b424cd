using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Seeding;

namespace ZhongFu.Platform.Data;

/// <summary>Brings every module's database to the current schema and plants its seed.</summary>
public static class DatabaseStart
{
    /// <summary>Applies pending migrations of every module.</summary>
    /// <exception cref="ForeignDatabase">A database holds migrations that this build does not know; nothing was changed.</exception>
    public static async Task MigrateModules(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var databases = scope.ServiceProvider.GetRequiredService<ModuleDatabases>().All;
        foreach (var db in databases)
        {
            var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
            if (unknown.Count > 0) throw new ForeignDatabase(db.GetType().Name, unknown);
        }
        foreach (var db in databases) await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Plants the seeds: those every installation needs, and the demonstration data when <c>Seed:Demo</c> says so (default: in Development).</summary>
    public static async Task PlantSeeds(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var demo = configuration.GetValue("Seed:Demo", services.GetRequiredService<IHostEnvironment>().IsDevelopment());
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseStart));
        await using var outer = services.CreateAsyncScope();
        foreach (var type in outer.ServiceProvider.GetServices<ISeed>().Where(seed => demo || !seed.IsDemonstration).OrderBy(seed => seed.IsLast).Select(seed => seed.GetType()).ToList())
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<ISeed>().Single(seed => seed.GetType() == type).Plant(cancellationToken);
            log.LogDebug("Planted {Seed}", type.Name);
        }
    }
}
