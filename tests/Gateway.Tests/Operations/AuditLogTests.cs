using System.Net;
using ZhongFu.Gateway.Identity;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Security;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Operations;

public sealed class AuditLogTests
{
    [Fact]
    public async Task The_logs_of_all_modules_are_read_as_one_newest_first_page_by_page()
    {
        await using var host = await GatewayHost.Start();
        var start = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await host.Look<IdentityDb, int>(db =>
        {
            for (var i = 0; i < 120; i++) db.Audit.Add(AuditEntry.Of(Actor.System, start.AddMinutes(i), $"test.{i}", i, new { price = 1 }, new { price = "<script>" }));
            return db.SaveChangesAsync();
        });
        var client = await host.SignedIn("auditor");
        var first = await (await client.GetAsync("/api/platform/audit")).Json();
        Assert.Equal(Enumerable.Range(70, 50).Reverse().Select(i => $"test.{i}"), first.GetProperty("lines").EnumerateArray().Select(x => x.GetProperty("action").GetString()));
        var third = await (await client.GetAsync("/api/platform/audit?page=3")).Json();
        Assert.Equal("test.19", third.GetProperty("lines")[0].GetProperty("action").GetString());

        var browser = host.Browser();
        await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = "auditor", ["Form.Password"] = GatewayHost.DemoPassword });
        var html = await browser.GetStringAsync("/ops/audit?page=2");
        Assert.Contains("test.69", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html.Replace("<script src", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All((string[])["时间", "操作人", "操作", "对象", "模块", "变更"], name => Assert.Contains($"data-l=\"{name}\"", html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ops/audit?page=999999999")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ops/audit?page=-5")).StatusCode);
    }
}
