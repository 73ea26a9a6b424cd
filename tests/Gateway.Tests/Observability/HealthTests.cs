using System.Net;

namespace ZhongFu.Gateway.Tests.Observability;

[Collection(OnSharedGateway.Name)]
public sealed class HealthTests(SharedGateway shared)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_platform_is_healthy(string path)
    {
        var answer = await shared.Host.Anonymous().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", (await answer.Json()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_asks_the_databases_and_the_bus()
    {
        var checks = (await (await shared.Host.Anonymous().GetAsync("/health/ready")).Json()).GetProperty("checks");
        Assert.True(checks.TryGetProperty("databases", out _));
        Assert.True(checks.TryGetProperty("masstransit-bus", out _));
    }
}
