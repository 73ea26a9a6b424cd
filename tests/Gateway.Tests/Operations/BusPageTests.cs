using System.Net;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Identity;
using ZhongFu.Gateway.Start;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Operations;

public sealed class BusPageTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task What_was_given_up_is_shown_with_its_reason_and_sent_again_by_those_who_may()
    {
        await GiveUpAMessage();
        var output = new StringWriter();
        Assert.Equal(1, await Commands.Run("bus errors", host.Services, output));
        Assert.Contains("ZhongFu.Catalog.Contracts.SkuDelisted", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("planted failure", output.ToString(), StringComparison.Ordinal);

        var auditor = await SignIn("auditor");
        var seen = await auditor.GetStringAsync("/ops/bus");
        Assert.Contains("planted failure", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("全部重新发送", seen, StringComparison.Ordinal);

        var keeper = await SignIn("operator");
        using var sent = await keeper.Submit("/ops/bus", "resend", []);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("已重新发送 1 条消息", await keeper.GetStringAsync(sent.Headers.Location), StringComparison.Ordinal);
        await Eventually.True(host.NothingWaits);
        Assert.Equal(1, await host.Look<IdentityDb, int>(db => db.Audit.CountAsync(x => x.Action == "platform.messages-resent" && x.ActorName == "operator")));
        Assert.Equal(0, await Commands.Run("bus errors", host.Services, output));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignIn("cashier")).GetAsync("/ops/bus")).StatusCode);
    }

    [Fact]
    public async Task The_command_sends_again_what_was_given_up()
    {
        await GiveUpAMessage();
        var output = new StringWriter();
        Assert.Equal(0, await Commands.Run("bus errors --retry", host.Services, output));
        Assert.Contains("1 message(s) were sent again.", output.ToString(), StringComparison.Ordinal);
        await Eventually.True(host.NothingWaits);
    }

    private Task<int> GiveUpAMessage() => host.Look<IdentityDb, int>(db => db.Database.ExecuteSqlAsync(
        $"insert into Outbox (Id, Type, Body, At, DueAt, Attempts, ParkedAt, Problem) values ({Guid.CreateVersion7()}, {"ZhongFu.Catalog.Contracts.SkuDelisted"}, {"""{"SkuId":"01a19467-0000-7000-8000-000000000001","At":"2026-11-23T00:00:00Z"}"""}, {DateTime.UtcNow}, {DateTime.UtcNow}, {12}, {DateTime.UtcNow}, {"InvalidOperationException: planted failure"})"));

    private async Task<HttpClient> SignIn(string userName)
    {
        var browser = host.Browser();
        using var answer = await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = userName, ["Form.Password"] = GatewayHost.DemoPassword });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }
}
