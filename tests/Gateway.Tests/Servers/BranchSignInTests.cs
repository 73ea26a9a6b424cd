using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Servers;

/// <summary>Who may do what at the showroom's own process, with the head office up, down and up again.</summary>
public sealed class BranchSignInTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string keys = Temporary.Folder();

    public void Dispose() => Temporary.Remove(keys);

    [Fact]
    public async Task The_staff_signs_in_at_the_showroom_while_the_head_office_is_down_and_the_office_leads_to_the_showroom()
    {
        var bus = new Dictionary<string, string?>(await TestServers.RabbitMq()) { ["DataProtection:Folder"] = keys };
        await using var office = GatewayProcess.Prepare(new(bus) { ["Modules:Enabled"] = "catalog,ordering,procurement,insight" });
        await using var showroom = await GatewayProcess.StartEmpty(new(bus) { ["Modules:Enabled"] = "showroom", ["HeadOffice:Address"] = office.Address.ToString() });
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(showroom, "cashier")); // nobody has told it yet who works there

        office.Set("Modules:At:showroom", showroom.Address.ToString());
        await office.StartAgain();
        await Eventually.Passes(async () => Assert.Equal(HttpStatusCode.OK, await SignIn(showroom, "cashier")), Patience);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(showroom, "citizen")); // a buyer's account is nobody's business there
        Assert.Equal(("identity.kept-at-head-office", HttpStatusCode.Conflict), await Register(showroom));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Anonymous().GetAsync("/api/identity/staff?modules=showroom")).StatusCode);

        // One session for both: the office's token counts at the showroom, straight and led there by the office.
        var atOffice = await office.SignedIn("operator");
        Assert.True((await atOffice.GetFromJsonAsync<JsonElement>("/api/showroom/stock?pageSize=5")).GetProperty("total").GetInt32() > 500);
        var straight = showroom.Anonymous();
        straight.DefaultRequestHeaders.Authorization = atOffice.DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.OK, (await straight.GetAsync("/api/showroom/stock?pageSize=5")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Anonymous().GetAsync("/api/showroom/stock")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await office.SignedIn("citizen")).GetAsync("/api/showroom/stock")).StatusCode); // unknown there

        office.Kill();
        Assert.Equal(HttpStatusCode.OK, await SignIn(showroom, "cashier"));
        showroom.Kill();
        await showroom.StartAgain(); // the copy is on its own disk
        Assert.Equal(HttpStatusCode.OK, await SignIn(showroom, "cashier"));

        showroom.Kill();
        await office.StartAgain();
        var away = await (await office.SignedIn("operator")).GetAsync("/api/showroom/stock");
        Assert.Equal(("bad-gateway", HttpStatusCode.BadGateway), ((await away.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), away.StatusCode));
    }

    private static async Task<HttpStatusCode> SignIn(GatewayProcess process, string userName) =>
        (await process.Anonymous().PostAsJsonAsync("/api/identity/login", new { userName, password = GatewayHost.DemoPassword })).StatusCode;

    private static async Task<(string?, HttpStatusCode)> Register(GatewayProcess process)
    {
        using var answer = await process.Anonymous().PostAsJsonAsync("/api/identity/register", new { userName = "newcomer", password = "not-so-easy-2026" });
        return ((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString(), answer.StatusCode);
    }
}
