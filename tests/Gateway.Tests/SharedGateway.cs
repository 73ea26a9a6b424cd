using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests;

/// <summary>One host for all tests that neither move the clock nor lock a demonstration account.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    public GatewayHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await GatewayHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnSharedGateway : ICollectionFixture<SharedGateway>
{
    public const string Name = "gateway";
}

internal static partial class Talking
{
    public static Task<HttpResponseMessage> PostText(this HttpClient client, string path, string body, string contentType = "application/json") =>
        client.PostAsync(path, new StringContent(body, Encoding.UTF8, contentType));

    public static Task<HttpResponseMessage> Login(this HttpClient client, string userName, string password = GatewayHost.DemoPassword) =>
        client.PostAsJsonAsync("/api/identity/login", new { userName, password });

    public static async Task<JsonElement> Json(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>Checks that it is a problem document with this status, and answers it.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer, int status, string? code = null)
    {
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Json();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        Assert.Matches("^[0-9A-F]{4}-[0-9A-F]{2}$", problem.GetProperty("reference").GetString());
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    /// <summary>Fills in and sends a form of a page, as a browser would: with the hidden fields that the page carries.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string page, string form, Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(page);
        var start = html.IndexOf($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal);
        Assert.True(start > 0, $"{page} has no form {form}");
        var body = html[html.LastIndexOf("<form", start, StringComparison.Ordinal)..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var values = Hidden().Matches(body).ToDictionary(x => x.Groups[1].Value, x => System.Net.WebUtility.HtmlDecode(x.Groups[2].Value));
        foreach (var (name, value) in fields) values[name] = value;
        return await browser.PostAsync(page, new FormUrlEncodedContent(values));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" """)]
    private static partial Regex Hidden();
}
