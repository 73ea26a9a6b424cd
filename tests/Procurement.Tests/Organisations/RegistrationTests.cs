using System.Net;
using ZhongFu.Procurement.Organisations;
using ZhongFu.TestKit;

namespace ZhongFu.Procurement.Tests.Organisations;

public sealed class RegistrationTests : IAsyncLifetime
{
    private const string Pinghu = "440307003";
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task A_unit_is_admitted_by_the_subdistrict_then_the_district_and_its_applicant_becomes_administrator()
    {
        var code = await Register("citizen", CreditCodes.Make(1));
        await office.Expect(HttpStatusCode.Conflict, "operator", Review(code), new { agree = true }); // the subdistrict has people: they go first
        await office.Expect(HttpStatusCode.NoContent, "subdistrict", Review(code), new { agree = true });
        await office.Expect(HttpStatusCode.Conflict, "subdistrict", Review(code), new { agree = true }); // the district decides now
        await office.Expect(HttpStatusCode.NoContent, "operator", Review(code), new { agree = true });
        await office.Expect(HttpStatusCode.Conflict, "operator", Review(code), new { agree = false, note = "x" });

        office.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(code, (await office.Get("citizen", "/api/procurement/organisation")).GetProperty("code").GetString());
        Assert.Empty(await office.Violations());
    }

    [Fact]
    public async Task A_code_that_is_wrong_or_known_gets_a_clear_answer_and_a_refused_unit_may_apply_again()
    {
        var right = CreditCodes.Make(2);
        var wrong = right[..17] + (right[17] == '0' ? '1' : '0');
        await office.Expect(HttpStatusCode.BadRequest, "citizen", "/api/procurement/registrations", Form(wrong));
        var code = await Register("citizen", right);
        await office.Expect(HttpStatusCode.Conflict, "citizen2", "/api/procurement/registrations", Form(right));
        await office.Expect(HttpStatusCode.BadRequest, "subdistrict", Review(code), new { agree = false });
        await office.Expect(HttpStatusCode.NoContent, "subdistrict", Review(code), new { agree = false, note = "执照不清" });
        var mine = (await office.Get("citizen", "/api/procurement/registrations")).GetProperty("mine")[0];
        Assert.Equal(("Refused", "执照不清"), (mine.GetProperty("state").GetString(), mine.GetProperty("note").GetString()));
        Assert.NotEqual(code, await Register("citizen2", right));
    }

    [Fact]
    public async Task Nobody_reviews_what_lies_elsewhere_or_their_own()
    {
        var elsewhere = await Register("citizen", CreditCodes.Make(3), "440307006");
        await office.Expect(HttpStatusCode.NotFound, "subdistrict", Review(elsewhere), new { agree = true });
        await office.Expect(HttpStatusCode.Forbidden, "requester", Review(elsewhere), new { agree = true });
        var own = await Register("subdistrict", CreditCodes.Make(4));
        await office.Expect(HttpStatusCode.Conflict, "subdistrict", Review(own), new { agree = true });
        await office.Expect(HttpStatusCode.NoContent, "operator", Review(elsewhere), new { agree = true }); // nobody there: the district stands in
        await office.Expect(HttpStatusCode.Conflict, "operator", Review(elsewhere), new { agree = true }); // but not twice the same person
    }

    [Fact]
    public async Task Twenty_registrations_of_one_code_at_once_make_one_unit_and_a_tenants_list_is_its_subtree()
    {
        var credit = CreditCodes.Make(5);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => office.Post(i % 2 == 0 ? "citizen" : "citizen2", "/api/procurement/registrations", Form(credit))));
        Assert.Equal(1, answers.Count(x => x.Status == HttpStatusCode.Created));
        Assert.All(answers, x => Assert.Contains(x.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));

        var seen = await office.Get("subdistrict", "/api/procurement/units");
        Assert.All(seen.GetProperty("items").EnumerateArray(), x => Assert.Equal("平湖街道", x.GetProperty("subdistrict").GetString()));
        Assert.True((await office.Get("operator", "/api/procurement/units")).GetProperty("total").GetInt32() > seen.GetProperty("total").GetInt32());
        Assert.Equal(1, (await office.Get("requester", "/api/procurement/units")).GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.As("subdistrict")).GetAsync("/api/procurement/units/DW0002")).StatusCode);
        Assert.Equal(1, (await office.Get("operator", $"/api/procurement/units?words={credit}&state=Applied")).GetProperty("total").GetInt32());
        var csv = await (await office.As("operator")).GetStringAsync($"/ops/units.csv?words={credit}");
        Assert.Equal(2, csv.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Pages_say_what_is_wrong_beside_the_field_and_show_strange_names_inert()
    {
        var citizen = await new Shopper(office.Host).SignIn("citizen");
        await citizen.Open("/buy/register");
        var fields = new (string, string?)[] { ("Form.Name", "<script>alert(1)</script>\u202E单位"), ("Form.CreditCode", "91440307MA5D901XX0"), ("Form.ParentCode", Pinghu), ("Form.Contact", "王"), ("Form.Phone", "13800138000"), ("Form.Consent", "true") };
        await citizen.Press("form:has([name='Form.CreditCode'])", null, fields);
        Assert.NotNull(citizen.Page.QuerySelector("#form-creditcode-error"));
        fields[1].Item2 = CreditCodes.Make(6);
        await citizen.Press("form:has([name='Form.CreditCode'])", null, fields);
        Assert.Equal("/buy/register?done=1", citizen.At);
        Assert.Contains("<script>alert(1)</script>单位", citizen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Page.Scripts, x => x.Text.Contains("alert(1)", StringComparison.Ordinal));

        var code = citizen.Page.QuerySelector("main .panel .hint")!.TextContent.Split(' ')[0];
        var subdistrict = await new Shopper(office.Host).SignIn("subdistrict");
        await subdistrict.Open($"/ops/units/{code}");
        await subdistrict.Press("form:has([name='Form.Note'])", null, ("Form.Note", "材料不全"), ("Form.Do", "refuse"));
        Assert.Equal($"/ops/units/{code}?done=refuse", subdistrict.At);
        await citizen.Open("/buy/register");
        Assert.Contains("材料不全", citizen.Text, StringComparison.Ordinal);
    }

    private static string Review(string code) => $"/api/procurement/units/{code}/review";

    private async Task<string> Register(string userName, string creditCode, string parent = Pinghu) => (await office.Expect(HttpStatusCode.Created, userName, "/api/procurement/registrations", Form(creditCode, parent))).GetProperty("code").GetString()!;

    private static object Form(string creditCode, string parent = Pinghu) => new { kind = nameof(OrganisationKind.Company), canteenMode = nameof(CanteenMode.Own), name = "测试电子厂", creditCode, parentCode = parent, contact = "王先生", phone = "13800138000", consent = true };
}
