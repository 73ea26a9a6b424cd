using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Web;

/// <summary>A refusal speaks one language: the one the program asked for, Chinese if it did not say.</summary>
[Collection(OnSharedGateway.Name)]
public sealed class ProblemLanguageTests(SharedGateway shared)
{
    private static readonly object Nonsense = new
    {
        lines = new[] { new { skuId = Guid.Empty, quantity = 0 } },
        delivery = new { kind = "Courier", recipient = "\u200b", phone = "12", province = "", city = "44", district = new string('x', 50), street = "1", detail = "" },
    };

    public static TheoryData<string, string, object?> Refused => new()
    {
        { "POST", "/api/ordering/orders", Nonsense },
        { "POST", "/api/ordering/orders", new { lines = Enumerable.Range(0, 101).Select(_ => new { skuId = Guid.NewGuid(), quantity = 1 }), delivery = new { kind = "Pickup", locationId = Guid.NewGuid() } } },
        { "POST", "/api/ordering/orders", new { lines = new[] { new { skuId = Guid.NewGuid(), quantity = 1 } }, delivery = new { kind = "Pickup", locationId = Guid.NewGuid() } } },
        { "POST", "/api/ordering/orders", new { lines = "none", delivery = 1 } },
        { "POST", "/api/ordering/orders", new { unheardOf = 1 } },
        { "GET", "/api/ordering/orders?cursor=x&state=Lost", null },
        { "GET", "/api/ordering/orders?cursor=x", null },
        { "GET", $"/api/ordering/orders/{Guid.NewGuid()}", null },
        { "GET", "/api/ordering/payments", null },
        { "GET", "/api/platform/audit?page=x", null },
        { "GET", "/api/catalog/products?page=-1&pageSize=1e9&sort=taste&inStock=perhaps&county=" + new string('x', 60), null },
        { "GET", "/api/catalog/suggestions?q=" + new string('x', 1500), null },
        { "GET", "/api/nowhere", null },
        { "DELETE", "/api/catalog/products", null },
        { "GET", "/api/showroom/shelf-items?code=6900000000001", null },
        { "GET", "/api/showroom/stock?skuId=x&page=0", null },
        { "POST", "/api/showroom/sales", new { deviceId = "?", localNumber = 0, soldAt = new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc), lines = new[] { new { barcode = "6900000000001", quantity = 0 } }, tenders = new[] { new { kind = "Shells", amountFen = 0 } } } },
        { "POST", "/api/identity/login", new { userName = "nobody", password = "wrong-password" } },
        { "POST", "/api/identity/register", new { userName = "x", password = "y" } },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_refusal_speaks_the_language_that_was_asked_for(string method, string path, object? body)
    {
        var client = await shared.Host.SignedIn(path.StartsWith("/api/showroom", StringComparison.Ordinal) ? "cashier" : "citizen");
        foreach (var (asked, isChinese) in new[] { (null, true), ("zh-CN,zh;q=0.9,en;q=0.5", true), ("en-US,en;q=0.9", false), ("fr, en;q=0.3", false), ("fr", true) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            if (asked is not null) request.Headers.AcceptLanguage.ParseAdd(asked);
            var answer = await client.SendAsync(request);
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            Assert.InRange((int)answer.StatusCode, 400, 499);
            var texts = Texts(problem).ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, text => Assert.True(Regex.IsMatch(text, @"\p{IsCJKUnifiedIdeographs}") == isChinese, $"{path} asked in {asked}: {text}"));
        }
    }

    [Fact]
    public async Task The_language_a_person_chose_comes_before_the_browsers()
    {
        var browser = shared.Host.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await browser.PostAsync("/preferences", new FormUrlEncodedContent(new Dictionary<string, string> { ["lang"] = "zh-CN" }));
        Assert.Equal("没有找到", (await (await browser.GetAsync("/api/nowhere")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }

    /// <summary>Title, detail and every message of every field.</summary>
    private static IEnumerable<string> Texts(JsonElement problem) =>
        new[] { "title", "detail" }.Where(name => problem.TryGetProperty(name, out _)).Select(name => problem.GetProperty(name).GetString()!)
            .Concat(problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().SelectMany(x => x.Value.EnumerateArray().Select(text => text.GetString()!)) : []);
}
