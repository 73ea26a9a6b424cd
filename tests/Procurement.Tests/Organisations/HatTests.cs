using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Organisations;

public sealed class HatTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task The_tree_has_the_district_its_11_subdistricts_and_111_communities_and_right_credit_codes()
    {
        var all = await host.Look((ProcurementDb db) => db.Organisations.AsNoTracking().ToListAsync());
        Assert.Equal((1, 11, 111), (all.Count(x => x.Kind == OrganisationKind.District), all.Count(x => x.Kind == OrganisationKind.Subdistrict), all.Count(x => x.Kind == OrganisationKind.Community)));
        var district = all.Single(x => x.Kind == OrganisationKind.District);
        Assert.All(all.Where(x => x.Kind != OrganisationKind.Cooperative), x => Assert.StartsWith(district.Path, x.Path, StringComparison.Ordinal));
        Assert.All(all.Where(x => x.CreditCode.Length > 0), x => Assert.True(Catalog.Contracts.CreditCode.TryParse(x.CreditCode, out _), x.CreditCode));
        Assert.True(all.Count(x => x.Kind == OrganisationKind.Cooperative) >= 40);
    }

    [Fact]
    public async Task A_member_may_do_what_the_role_says_for_the_organisation_only()
    {
        var mine = await Permissions("requester");
        Assert.Equal("Organisation", mine.GetProperty("procurement.request").GetString());
        Assert.False(mine.TryGetProperty("procurement.approve", out _));
        Assert.Equal("Subtree", (await Permissions("auditor")).GetProperty("procurement.read").GetString());
        Assert.False((await Permissions("citizen")).TryGetProperty("procurement.read", out _));
    }

    [Fact]
    public async Task A_membership_taken_away_is_felt_within_a_minute()
    {
        var client = await host.SignedIn("checker");
        Assert.True((await Me(client)).TryGetProperty("procurement.receive", out _));
        await host.Look((ProcurementDb db) => db.Memberships.Where(x => x.UserName == "checker").ExecuteDeleteAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await Me(client)).TryGetProperty("procurement.receive", out _));
    }

    [Fact]
    public async Task Who_works_for_two_changes_hats_and_never_wears_a_strangers()
    {
        var other = await host.Look((ProcurementDb db) => db.Organisations.Where(x => x.Code == "DW0002").Select(x => x.Id).SingleAsync());
        var requester = await host.Look((ProcurementDb db) => db.Memberships.Where(x => x.UserName == "requester").Select(x => x.AccountId).SingleAsync());
        var client = await host.SignedIn("requester");
        client.DefaultRequestHeaders.Add(Hat.Header, other.ToString());
        Assert.False((await Me(client)).TryGetProperty("procurement.pay", out _));

        await host.Look(async (ProcurementDb db) =>
        {
            db.Add(new Membership(other, requester, MemberRole.Finance, "requester", DateTime.UtcNow));
            return await db.SaveChangesAsync();
        });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await Me(client);
        Assert.True(changed.TryGetProperty("procurement.pay", out _));
        Assert.False(changed.TryGetProperty("procurement.request", out _)); // that is the other hat's
    }

    [Fact]
    public async Task A_deputy_acts_while_the_days_last()
    {
        var members = await host.Look((ProcurementDb db) => db.Memberships.AsNoTracking().ToListAsync());
        var (approver, finance) = (members.Single(x => x.UserName == "approver"), members.Single(x => x.UserName == "finance"));
        var today = new DateOnly(2026, 11, 23);
        await host.Look(async (ProcurementDb db) =>
        {
            db.Add(new Deputy(approver.OrganisationId, approver.AccountId, "approver", finance.AccountId, "finance", today, today.AddDays(2)));
            return await db.SaveChangesAsync();
        });
        var client = await host.SignedIn("finance");
        Assert.True((await Me(client)).TryGetProperty("procurement.approve", out _));
        host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False((await Permissions("finance")).TryGetProperty("procurement.approve", out _));
    }

    private async Task<JsonElement> Permissions(string userName) => await Me(await host.SignedIn(userName));

    private static async Task<JsonElement> Me(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("/api/identity/me")).GetProperty("permissions");
}
