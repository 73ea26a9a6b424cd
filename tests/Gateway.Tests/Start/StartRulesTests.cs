using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ZhongFu.Catalog;
using ZhongFu.Gateway.Identity;
using ZhongFu.Gateway.Start;
using ZhongFu.Insight;
using ZhongFu.Ordering;
using ZhongFu.Platform.Modules;
using ZhongFu.Procurement;
using ZhongFu.Showroom;

namespace ZhongFu.Gateway.Tests.Start;

public sealed class StartRulesTests
{
    private static readonly Dictionary<string, string?> Complete = new() { ["Stripe:ApiKey"] = "sk_live_x", ["Stripe:WebhookSecret"] = "whsec_x" };

    [Theory]
    [InlineData("Stripe:ApiKey", "")]
    [InlineData("Stripe:WebhookSecret", " ")]
    [InlineData("Seed:Demo", "true")]
    [InlineData("Database:Provider", "Postgres")]
    [InlineData("Bus:Transport", "RabbitMq")]
    public void Production_does_not_start_with_play_money_public_passwords_or_missing_secrets(string key, string value)
    {
        Assert.Empty(Violations("Production", Complete));
        var violation = Assert.Single(Violations("Production", new(Complete) { [key] = value }));
        Assert.Contains(key.Split(':')[0], violation, StringComparison.Ordinal);
        Assert.Empty(Violations("Development", new(Complete) { [key] = value }));
    }

    [Fact]
    public void The_first_word_is_the_command_and_settings_are_none()
    {
        Assert.Equal("reconcile", Commands.Of(["reconcile", "--Database:Folder=x"]));
        Assert.Null(Commands.Of(["--urls", "http://127.0.0.1:1"]));
        Assert.Null(Commands.Of([]));
        Assert.Equal("rebuild-stock --compare", Commands.Of(["rebuild-stock", "--compare", "--Database:Folder=x"]));
        Assert.Equal(["--Database:Folder=x"], Commands.SettingsOf(["rebuild-stock", "--compare", "--Database:Folder=x"]));
        Assert.Null(Commands.AnswerAtOnce("seed"));
        Assert.Equal(0, Commands.AnswerAtOnce("help"));
        Assert.Equal(2, Commands.AnswerAtOnce("destroy"));
    }

    [Theory]
    [InlineData("showroom", "InMemory", "leaves out catalog, ordering, procurement, insight")]
    [InlineData("showroom,kitchen", "RabbitMq", "names kitchen, which no module is called. There are")]
    [InlineData("Showroom Catalog", "RabbitMq", null)]
    [InlineData("", "InMemory", null)]
    public void A_process_with_some_modules_starts_only_with_a_way_to_the_others(string enabled, string transport, string? complaint)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Modules:Enabled"] = enabled, ["Bus:Transport"] = transport }).Build();
        var choice = ModuleChoice.Of(configuration, [new IdentityModule(), new ShowroomModule(), new CatalogModule(), new OrderingModule(), new ProcurementModule(), new InsightModule()]);
        Assert.IsType<IdentityModule>(choice.Here[0]); // who a person is matters everywhere
        var found = ModuleRules.Violations(choice, configuration);
        if (complaint is null) Assert.Empty(found);
        else Assert.Contains(complaint, Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_says_what_runs_where()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Modules:Enabled"] = "showroom", ["Modules:At:catalog"] = "http://127.0.0.1:5080" }).Build();
        Assert.Equal("This process runs identity, showroom. Elsewhere, reached through RabbitMQ: catalog (its pages and API at http://127.0.0.1:5080).", ModuleRules.Sentence(ModuleChoice.Of(configuration, [new IdentityModule(), new ShowroomModule(), new CatalogModule()]), configuration));
    }

    private static IReadOnlyList<string> Violations(string environment, Dictionary<string, string?> settings) =>
        ProductionRules.Violations(new HostingEnvironment { EnvironmentName = environment }, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
