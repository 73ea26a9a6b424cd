using System.Net;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Guessing_passwords_is_slowed_down_by_address_and_the_pages_go_on()
    {
        await using var host = await GatewayHost.Start(new() { ["RateLimits:Enabled"] = "true" });
        var client = host.Anonymous();
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await client.Login($"name-{i}", "wrong")).StatusCode);
        var refused = await client.Login("name-31", "wrong");
        await refused.Problem(429, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/login")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/help")).StatusCode);
    }
}
