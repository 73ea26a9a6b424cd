using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.TestKit;

namespace ZhongFu.Showroom.Tests;

/// <summary>Doors that stay shut to those whose work it is not, whatever they send.</summary>
public sealed class RoleTests(DoorTests.Site site) : IClassFixture<DoorTests.Site>
{
    private const string Nobody = "00000000-0000-7000-8000-0000000000ff";

    public static TheoryData<string, string> Guarded { get; } = new()
    {
        { "POST", $"/api/showroom/stocktakes/{Nobody}/verdict" },
        { "POST", "/api/showroom/losses" },
        { "POST", $"/api/showroom/losses/{Nobody}/decision" },
        { "POST", "/api/showroom/transfers" },
        { "POST", $"/api/showroom/transfers/{Nobody}/dispatch" },
        { "POST", $"/api/showroom/transfers/{Nobody}/settlements" },
        { "POST", "/api/showroom/replenishment/orders" },
        { "POST", "/api/showroom/replenishment/refresh" },
        { "POST", "/api/showroom/recalls" },
        { "POST", "/api/showroom/markdowns" },
        { "POST", $"/api/showroom/tasks/{Nobody}/resolution" },
        { "POST", "/api/showroom/cabinets/C001/keys" },
        { "DELETE", $"/api/showroom/cabinets/keys/{Nobody}" },
        { "PUT", "/api/showroom/cabinets/C001/plan" },
        { "POST", $"/api/showroom/cabinets/sales/{Nobody}/corrections" },
        { "POST", $"/api/showroom/cabinets/tasks/{Nobody}/goods" },
        { "POST", $"/api/showroom/cabinets/tasks/{Nobody}/resolution" },
        { "GET", "/api/showroom/cabinets" },
        { "GET", "/ops/devices.csv" },
        { "GET", "/ops/shifts.csv" },
    };

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Cashiers_and_citizens_are_turned_away_from_the_work_of_managers(string method, string path)
    {
        foreach (var user in new[] { "cashier", "citizen" })
            Assert.Equal(HttpStatusCode.Forbidden, (await Ask(await site.Host.SignedIn(user), method, path, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(site.Host.Anonymous(), method, path, new { })).StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_by_those_who_may()
    {
        var user = await site.Host.SignedIn("operator");
        foreach (var (method, path, body) in new (string, string, object)[]
        {
            ("DELETE", $"/api/showroom/cabinets/keys/{Nobody}", new { }),
            ("POST", "/api/showroom/cabinets/C999/keys", new { }),
            ("POST", $"/api/showroom/cabinets/sales/{Nobody}/corrections", new { quantity = 1, refundFen = 0, reason = "x" }),
            ("POST", $"/api/showroom/cabinets/tasks/{Nobody}/goods", new { code = "x" }),
            ("POST", $"/api/showroom/cabinets/tasks/{Nobody}/resolution", new { note = "x" }),
            ("POST", $"/api/showroom/tasks/{Nobody}/resolution", new { note = "x" }),
            ("GET", $"/api/showroom/stocktakes/{Nobody}", new { }),
        })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await Ask(user, method, path, body)).StatusCode));
    }

    [Fact]
    public async Task A_device_that_names_another_cabinet_is_turned_away()
    {
        var key = (await (await Ask(await site.Host.SignedIn("operator"), "POST", "/api/showroom/cabinets/C010/keys", new { })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString();
        var device = site.Host.Anonymous();
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Device", key);
        var report = new { number = 1, sentAt = site.Host.Clock.GetUtcNow(), cabinet = "C011" };
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(device, "POST", "/api/showroom/cabinets/batches", report)).StatusCode);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string method, string path, object body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return client.SendAsync(request);
    }
}
