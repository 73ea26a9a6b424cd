using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Identity;

public sealed class SessionTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_access_token_lasts_an_hour_and_a_refresh_token_gets_the_next_one()
    {
        var client = host.Anonymous();
        var first = await (await client.Login("citizen")).Json();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", first.GetProperty("accessToken").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/identity/me")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        await (await client.GetAsync("/api/identity/me")).Problem(401, "identity.token-refused");

        var next = await (await client.PostAsJsonAsync("/api/identity/refresh", new { refreshToken = first.GetProperty("refreshToken").GetString() })).Json();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", next.GetProperty("accessToken").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/identity/me")).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_runs_out_and_an_access_token_is_none()
    {
        var client = host.Anonymous();
        var tokens = await (await client.Login("citizen")).Json();
        await (await client.PostAsJsonAsync("/api/identity/refresh", new { refreshToken = tokens.GetProperty("accessToken").GetString() })).Problem(401, "identity.token-refused");
        await (await client.PostAsJsonAsync("/api/identity/refresh", new { refreshToken = "garbage" })).Problem(401, "identity.token-refused");
        host.Clock.Advance(TimeSpan.FromDays(15));
        await (await client.PostAsJsonAsync("/api/identity/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() })).Problem(401, "identity.token-refused");
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_from_open_sessions_within_a_minute()
    {
        var (token, browser) = (await host.SignedIn("auditor"), await SignedInBrowser("auditor"));
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync("/api/platform/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ops/audit")).StatusCode);

        await host.Look<IdentityDb, int>(db => db.AccountRoles.Where(x => x.Role == "auditor").ExecuteDeleteAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await (await token.GetAsync("/api/platform/audit")).Problem(403, "forbidden");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/ops/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync("/api/identity/me")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_loses_its_open_sessions_within_a_minute_and_cannot_come_back()
    {
        var (token, browser) = (await host.SignedIn("subcentre"), await SignedInBrowser("subcentre"));
        await token.GetAsync("/api/identity/me");
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await host.Look<IdentityDb, int>(db => db.Accounts.Where(x => x.UserName == "subcentre").ExecuteUpdateAsync(x => x.SetProperty(a => a.ClosedAt, now)));
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await (await token.GetAsync("/api/identity/me")).Problem(401);
        Assert.StartsWith("/login", (await browser.GetAsync("/me/settings")).Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().Login("subcentre")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_every_token_and_every_cookie_of_the_person_at_once()
    {
        var (one, other, browser, stranger) = (await host.SignedIn("requester"), await host.SignedIn("requester"), await SignedInBrowser("requester"), await host.SignedIn("citizen2"));
        Assert.Equal(HttpStatusCode.NoContent, (await one.PostAsync("/api/identity/logout", null)).StatusCode);
        await (await one.GetAsync("/api/identity/me")).Problem(401);
        await (await other.GetAsync("/api/identity/me")).Problem(401);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/api/identity/me")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var (token, browser) = (await host.SignedIn("manager"), await SignedInBrowser("manager"));
        var refused = await browser.Submit("/me/settings", "password", new() { ["Password.Current"] = "not-mine", ["Password.New"] = "seven green pears" });
        Assert.Contains("aria-invalid=\"true\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var changed = await browser.Submit("/me/settings", "password", new() { ["Password.Current"] = GatewayHost.DemoPassword, ["Password.New"] = "seven green pears" });
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/settings")).StatusCode);
        await (await token.GetAsync("/api/identity/me")).Problem(401);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().Login("manager")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().Login("manager", "seven green pears")).StatusCode);
    }

    private async Task<HttpClient> SignedInBrowser(string userName)
    {
        var browser = host.Browser();
        var answer = await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = userName, ["Form.Password"] = GatewayHost.DemoPassword });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }
}
