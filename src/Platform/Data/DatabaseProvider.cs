using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ZhongFu.Platform.Data;

/// <summary>Which database a module's context stands on.</summary>
public static class DatabaseProvider
{
    /// <summary>Registers a module's context on the configured database: SQLite gives each module its own file, the servers give it its own schema.</summary>
    public static void AddModuleDb<TDb>(this IServiceCollection services, IConfiguration configuration, string module) where TDb : ModuleDb
    {
        services.AddDbContext<TDb>(options =>
        {
            options.UseConfiguredDatabase(configuration, module);
            // An aggregate is read whole, a few lines and tenders at most: one statement sees one state, several would not.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
            if (IsSqlite(configuration)) options.AddInterceptors(SqliteSettings.Instance);
        });
        services.AddScoped<ModuleDb>(provider => provider.GetRequiredService<TDb>());
    }

    /// <summary>The folder that holds databases, keys and logs of the embedded default.</summary>
    public static string DataFolder(this IConfiguration configuration) => configuration["Database:Folder"] is { Length: > 0 } folder ? folder : "data";

    internal static bool IsSqlite(this IConfiguration configuration) => configuration["Database:Provider"] is null or "" or "Sqlite";

    private static void UseConfiguredDatabase(this DbContextOptionsBuilder options, IConfiguration configuration, string module)
    {
        _ = configuration["Database:Provider"] switch
        {
            "SqlServer" => options.UseSqlServer(configuration["Database:ConnectionString"], sql => sql.MigrationsHistoryTable("__Migrations", module)),
            "Postgres" => options.UseNpgsql(configuration["Database:ConnectionString"], sql => sql.MigrationsHistoryTable("__Migrations", module)),
            null or "" or "Sqlite" => options.UseSqlite(SqliteFile(configuration, module), sql => sql.MigrationsHistoryTable("__Migrations")),
            var other => throw new InvalidOperationException($"Database:Provider '{other}' is not one of Sqlite, SqlServer, Postgres."),
        };
    }

    private static string SqliteFile(IConfiguration configuration, string module)
    {
        var folder = configuration.DataFolder();
        Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, module)}.db";
    }
}
