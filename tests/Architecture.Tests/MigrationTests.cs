using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Architecture.Tests;

/// <summary>One migration set serves three databases. Rule: docs/adr/0004-one-migration-set.md.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string, string> Databases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var provider in new[] { "Sqlite", "SqlServer", "Postgres" })
                foreach (var module in Modules()) data.Add(provider, module.Name);
            return data;
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public void Migrations_describe_the_model_on_every_database(string provider, string module)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = provider == "Postgres" ? "Host=unused" : "Server=unused",
            ["Database:Folder"] = Path.GetTempPath(),
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        Modules().Single(x => x.Name == module).AddServices(services, configuration);
        using var provided = services.BuildServiceProvider();
        using var scope = provided.CreateScope();
        foreach (var db in scope.ServiceProvider.GetServices<ModuleDb>())
        {
            Assert.NotEmpty(db.Database.GetMigrations());
            Assert.False(db.Database.HasPendingModelChanges(), $"{db.GetType().Name} on {provider}: run tools/migrate.sh (docs/adr/0004-one-migration-set.md)");
        }
    }

    private static IEnumerable<Module> Modules() => House.Modules.Append(House.Gateway).SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Module))).Select(type => (Module)Activator.CreateInstance(type, nonPublic: true)!);
}
