using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Gateway.Start;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Start;

public sealed class ReconciliationTests
{
    [Fact]
    public async Task The_seeded_platform_breaks_no_rule()
    {
        await using var host = await GatewayHost.Start();
        var output = new StringWriter();
        Assert.True(0 == await Commands.Run("reconcile", host.Services, output), output.ToString());
        Assert.EndsWith($"rules hold.{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_violation_is_counted_shown_and_makes_the_command_fail()
    {
        await using var host = await GatewayHost.Start(configure: services =>
        {
            services.AddScoped<IInvariant>(_ => new Broken("Every balance equals its movements", 12));
            services.AddScoped<IInvariant>(_ => new Broken("Every order is paid once", 0));
        });
        var output = new StringWriter();
        Assert.Equal(1, await Commands.Run("reconcile", host.Services, output));
        var text = output.ToString();
        Assert.Contains("Every balance equals its movements: 12 violation(s)", text, StringComparison.Ordinal);
        Assert.Contains("Every order is paid once: 0 violation(s)", text, StringComparison.Ordinal);
        Assert.Contains("  thing 10", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  thing 11", text, StringComparison.Ordinal);
        Assert.Contains("... and 2 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_checked_does_not_count_as_kept()
    {
        await using var host = await GatewayHost.Start(configure: services => services.AddScoped<IInvariant>(_ => new Broken("Cannot be read", -1)));
        var output = new StringWriter();
        Assert.Equal(1, await Commands.Run("reconcile", host.Services, output));
        Assert.Contains("could not be checked", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class Broken(string rule, int count) : IInvariant
    {
        public string Rule => rule;

        public Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
            count < 0 ? throw new InvalidOperationException("no such table") : Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, count).Select(i => $"thing {i}: 1 is not 2")]);
    }
}
