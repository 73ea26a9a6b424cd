using System.Net;
using System.Net.Http.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Gateway.Tests.Web;

[Collection(OnSharedGateway.Name)]
public sealed class ProblemAnswersTests(SharedGateway shared)
{
    private const string Login = "/api/identity/login";

    public static TheoryData<Exception, int, string> Exceptions => new()
    {
        { new RuleBroken("order.not-placed", "No."), 409, "order.not-placed" },
        { new NotFound("Order"), 404, "not-found" },
        { new Forbidden("x.y"), 403, "forbidden" },
        { new ValidationException([new ValidationFailure("Lines[0].Quantity", "Too many.")]), 400, "invalid" },
        { new IdempotencyKeyReused(), 422, "idempotency-key-reused" },
        { new DbUpdateConcurrencyException("UPDATE Secret"), 409, "conflict" },
        { new DbUpdateException("INSERT Secret", new Microsoft.Data.Sqlite.SqliteException("UNIQUE constraint failed: Secret", 19, 2067)), 409, "conflict" },
        { new DbUpdateException("INSERT Secret", new Microsoft.Data.Sqlite.SqliteException("database or disk is full: Secret", 13)), 503, "storage-unavailable" },
        { new DbUpdateException("INSERT Secret", new Npgsql.PostgresException("invalid byte sequence: Secret", "ERROR", "ERROR", "22021")), 400, "invalid" },
        { new Microsoft.Data.Sqlite.SqliteException("no such table: Secret", 1), 500, "internal" },
        { new InvalidOperationException("Secret"), 500, "internal" },
    };

    [Theory, MemberData(nameof(Exceptions))]
    public void Every_failure_has_its_status_and_code_and_tells_nothing_of_the_inside(Exception exception, int status, string code)
    {
        var problem = Problems.Of(exception);
        Assert.Equal((status, code), (problem.Status, problem.Extensions["code"]));
        Assert.DoesNotContain("Secret", problem.Detail ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_tells_its_details_and_a_validation_names_fields_as_the_caller_does()
    {
        Assert.Equal(3, Problems.Of(new RuleBroken("a.b", "No.", 3)).Extensions["details"]);
        var errors = (Dictionary<string, string[]>)Problems.Of(new ValidationException([new ValidationFailure("Lines[0].UnitPrice", "Too low.")])).Extensions["errors"]!;
        Assert.Equal("Too low.", Assert.Single(errors["lines[0].unitPrice"]));
    }

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "{\"userName\":\"a\"", "broken-json", "body" },
        { "not json", "broken-json", "body" },
        { "{\"userName\":\"a\",\"password\":\"b\",\"isAdmin\":true}", "unknown-field", "isAdmin" },
        { "{\"userName\":\"a\",\"userName\":\"c\",\"password\":\"b\"}", "repeated-field", "userName" },
        { "{\"userName\":5,\"password\":\"b\"}", "wrong-type", "userName" },
        { "{\"userName\":null,\"password\":\"b\"}", "null", "userName" },
        { "{\"userName\":\"a\"}", "invalid", "password" },
        { "{\"userName\":{\"a\":1},\"password\":\"b\"}", "wrong-type", "userName" },
        { "[]", "wrong-type", "body" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_read_is_refused_and_the_field_is_named(string body, string code, string field)
    {
        var problem = await (await shared.Host.Anonymous().PostText(Login, body)).Problem(400, code);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        Assert.DoesNotContain("System.", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ZhongFu.", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task An_empty_body_is_refused(string body) => await (await shared.Host.Anonymous().PostText(Login, body)).Problem(400);

    [Fact]
    public async Task A_thousand_levels_of_nesting_are_refused()
    {
        var deep = "{\"userName\":" + new string('[', 1000) + new string(']', 1000) + ",\"password\":\"b\"}";
        await (await shared.Host.Anonymous().PostText(Login, deep)).Problem(400);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused() =>
        await (await shared.Host.Anonymous().PostText(Login, "{\"userName\":\"" + new string('a', 10 * 1024 * 1024) + "\"}")).Problem(413, "payload-too-large");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Another_content_type_is_refused(string contentType) =>
        await (await shared.Host.Anonymous().PostText(Login, "{\"userName\":\"a\",\"password\":\"b\"}", contentType)).Problem(415, "unsupported-media-type");

    [Theory]
    [InlineData("nonsense", 415), InlineData("utf-7", 415), InlineData("utf-16", 415), InlineData("UTF-8", 401), InlineData("\"utf-8\"", 415)]
    public async Task Only_UTF_8_is_read(string charset, int status)
    {
        using var content = new ByteArrayContent("{\"userName\":\"nobody-here\",\"password\":\"b\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        Assert.Equal(status, (int)(await shared.Host.Anonymous().PostAsync(Login, content)).StatusCode);
    }

    [Theory]
    [InlineData("/", 200), InlineData("/api/catalog/products", 200), InlineData("/health/live", 200), InlineData("/nowhere", 404), InlineData("/api/ordering/orders", 401)]
    public async Task HEAD_is_answered_as_GET_is(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        Assert.Equal(status, (int)(await shared.Host.Anonymous().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Unknown_addresses_methods_and_parameters_get_problem_documents()
    {
        var client = shared.Host.Anonymous();
        await (await client.GetAsync("/api/nothing/here")).Problem(404, "not-found");
        await (await client.DeleteAsync(Login)).Problem(405, "method-not-allowed");
        var problem = await (await (await shared.Host.SignedIn("auditor")).GetAsync("/api/platform/audit?page=abc")).Problem(400, "invalid");
        Assert.Equal(["page"], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        Assert.Equal("/api/platform/audit", problem.GetProperty("instance").GetString());
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("tab\tinside")]
    [InlineData("ключ")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task An_idempotency_key_must_be_visible_ascii(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Login) { Content = JsonContent.Create(new { userName = "a", password = "b" }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        await (await shared.Host.Anonymous().SendAsync(request)).Problem(400, "idempotency-key-invalid");
    }

    [Fact]
    public async Task The_same_key_gets_the_first_answer_and_with_another_body_none()
    {
        var client = shared.Host.Anonymous();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "key-1");
        client.DefaultRequestHeaders.Add("Cookie", "zf_guest=BBBBBBBBBBBBBBBBBBBBBA");
        var first = await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "twice", password = "four quiet geese" })).Json();
        var again = await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "twice", password = "four quiet geese" })).Json();
        Assert.Equal(first.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "thrice", password = "four quiet geese" })).Problem(422, "idempotency-key-reused");

        client.DefaultRequestHeaders.Remove("Cookie"); // somebody else with the same key sees nothing of it
        await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "twice", password = "four quiet geese" })).Problem(409, "identity.name-taken");
    }

    [Theory]
    [InlineData("/nothing-here", 404)]
    [InlineData("/error/500", 500)]
    [InlineData("/error/403", 403)]
    [InlineData("/p/99999999999999", 404)]
    public async Task People_get_a_page_with_the_status(string path, int status)
    {
        var answer = await shared.Host.Browser().GetAsync(path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("href=\"/help\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
