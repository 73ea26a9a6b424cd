using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Procurement.Organisations;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Organisations;

public sealed class MemberTests : IAsyncLifetime
{
    private const string Members = "/api/procurement/members";
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task A_person_named_exactly_gets_a_role_that_fits_and_loses_it_again()
    {
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", Members, new { person = "citizen", role = "Approver" });
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", Members, new { person = "13800138001", role = "Approver" }); // the same person by telephone: nothing new
        await office.Expect(HttpStatusCode.Conflict, "unitadmin", Members, new { person = "citize", role = "Approver" });
        await office.Expect(HttpStatusCode.Conflict, "unitadmin", Members, new { person = "citizen", role = "Operator" });
        await office.Expect(HttpStatusCode.Forbidden, "requester", Members, new { person = "requester", role = "Approver" });
        var citizen = await Account("citizen");
        Assert.Equal(1, await office.Look(db => db.Memberships.CountAsync(x => x.AccountId == citizen)));
        Assert.Equal(HttpStatusCode.NotFound, await Take("requester2", citizen, "Approver")); // another unit's administrator
        Assert.Equal(HttpStatusCode.NoContent, await Take("unitadmin", citizen, "Approver"));
        Assert.Equal(["procurement.member.give", "procurement.member.take"], await office.Look(db => db.Audit.Where(x => x.Action.StartsWith("procurement.member")).OrderBy(x => x.Id).Select(x => x.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_last_administrator_stays_even_when_two_take_each_others_role_at_once()
    {
        var (first, second) = (await Account("unitadmin"), await Account("requester"));
        Assert.Equal(HttpStatusCode.Conflict, await Take("unitadmin", first, "Administrator"));
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", Members, new { person = "requester", role = "Administrator" });
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var answers = await Task.WhenAll(Task.Run(() => Take("unitadmin", second, "Administrator")), Task.Run(() => Take("requester", first, "Administrator")));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Order());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_deputy_is_a_member_for_days_to_come_and_ends_with_the_membership()
    {
        var (approver, finance, stranger) = (await Account("approver"), await Account("finance"), await Account("requester2"));
        object Body(Guid principal, Guid deputy, string from, string until) => new { principalId = principal, deputyId = deputy, from, until };
        const string path = "/api/procurement/deputies";
        await office.Expect(HttpStatusCode.NotFound, "unitadmin", path, Body(approver, stranger, "2026-11-23", "2026-11-25"));
        await office.Expect(HttpStatusCode.NotFound, "requester2", path, Body(approver, finance, "2026-11-23", "2026-11-25"));
        await office.Expect(HttpStatusCode.BadRequest, "unitadmin", path, Body(approver, approver, "2026-11-23", "2026-11-25"));
        await office.Expect(HttpStatusCode.BadRequest, "unitadmin", path, Body(approver, finance, "2026-11-22", "2026-11-25"));
        await office.Expect(HttpStatusCode.BadRequest, "unitadmin", path, Body(approver, finance, "2026-11-24", "2026-11-23"));
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", path, Body(approver, finance, "2026-11-23", "2026-11-25"));
        await office.Expect(HttpStatusCode.Conflict, "unitadmin", path, Body(approver, finance, "2026-11-25", "2026-11-26"));
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await MayApprove());

        var id = (await office.Get("unitadmin", Members)).GetProperty("deputies")[0].GetProperty("id").GetString();
        await office.Expect(HttpStatusCode.NotFound, "requester2", $"{path}/{id}/end", new { });
        await office.Expect(HttpStatusCode.NoContent, "unitadmin", $"{path}/{id}/end", new { });
        Assert.Equal(new DateOnly(2026, 11, 23), await office.Look(db => db.Deputies.Select(x => x.Until).SingleAsync()));

        Assert.Equal(HttpStatusCode.NoContent, await Take("unitadmin", finance, "Finance")); // leaves: acts for nobody from now on
        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await MayApprove());
    }

    [Fact]
    public async Task Trying_out_names_ends_soon()
    {
        HttpStatusCode status = default;
        JsonElement body = default;
        for (var i = 0; i < 31; i++) (status, body) = await office.Post("unitadmin", Members, new { person = $"138001380{i:00}9", role = "Approver" });
        Assert.Equal((HttpStatusCode.Conflict, "accounts.too-many"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_page_gives_takes_and_says_what_is_wrong_beside_the_field()
    {
        var admin = await new Shopper(office.Host).SignIn("unitadmin");
        await admin.Open("/buy/org/members");
        await admin.Press("form:has([name='Form.Person'])", null, ("Form.Person", "nobody-here"), ("Form.Role", "Receiver"));
        Assert.NotNull(admin.Page.QuerySelector("#form-person-error"));
        await admin.Press("form:has([name='Form.Person'])", null, ("Form.Person", "citizen2"), ("Form.Role", "Receiver"));
        Assert.Equal("/buy/org/members?done=give", admin.At);
        await admin.Press($"form:has([value='{await Account("citizen2")}']):has([name='Form.Role'])");
        Assert.Equal("/buy/org/members?done=take", admin.At);
    }

    [Fact]
    public async Task Planted_violations_are_found()
    {
        var unit = await office.Look(db => db.Organisations.Where(x => x.Code == "DW0002").Select(x => x.Id).SingleAsync());
        await office.Look(db => db.Memberships.Where(x => x.OrganisationId == unit && x.Role == MemberRole.Administrator).ExecuteDeleteAsync());
        Assert.Contains(await office.Violations(), x => x.StartsWith("DW0002", StringComparison.Ordinal));
        await office.Look(db => db.Organisations.Where(x => x.Code == "DW0003").ExecuteUpdateAsync(x => x.SetProperty(o => o.Path, "wrong/")));
        Assert.Contains(await office.Violations(), x => x.StartsWith("DW0003: path", StringComparison.Ordinal));
        await office.Look(db => db.Set<Placement>().Where(x => x.Name.StartsWith("坂田示范")).ExecuteUpdateAsync(x => x.SetProperty(p => p.Until, new DateOnly(2026, 1, 1))));
        Assert.Contains(await office.Violations(), x => x.StartsWith("DW0004: place 1 ends", StringComparison.Ordinal));
    }

    private async Task<bool> MayApprove() => (await office.Get("finance", "/api/identity/me")).GetProperty("permissions").TryGetProperty("procurement.approve", out _);

    private async Task<Guid> Account(string userName) => (await office.Get(userName, "/api/identity/me")).GetProperty("id").GetGuid();

    private async Task<HttpStatusCode> Take(string userName, Guid account, string role)
    {
        using var answer = await (await office.As(userName)).DeleteAsync($"{Members}/{account}/roles/{role}");
        return answer.StatusCode;
    }
}
