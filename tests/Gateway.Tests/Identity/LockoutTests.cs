using System.Net;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Identity;

public sealed class LockoutTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_ten_minutes()
    {
        var client = host.Anonymous();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await client.Login("citizen", $"wrong-{i}")).StatusCode);
        await (await client.Login("citizen")).Problem(401, "identity.sign-in-refused");
        host.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Login("citizen")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(HttpStatusCode.OK, (await client.Login("citizen")).StatusCode);
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before()
    {
        var client = host.Anonymous();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) await client.Login("approver", "wrong");
            Assert.Equal(HttpStatusCode.OK, (await client.Login("approver")).StatusCode);
        }
    }

    [Fact]
    public async Task Twenty_wrong_passwords_at_once_lock_the_account_too()
    {
        var client = host.Anonymous();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.Login("receiver", $"guess-{i}")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Login("receiver")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Login("finance")).StatusCode);
    }

    [Fact]
    public async Task A_lock_by_a_stranger_does_not_end_an_open_session()
    {
        var open = await host.SignedIn("supplier");
        for (var i = 0; i < 6; i++) await host.Anonymous().Login("supplier", "wrong");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync("/api/identity/me")).StatusCode);
    }
}
