using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Places;
using ZhongFu.TestKit;

namespace ZhongFu.Showroom.Tests;

/// <summary>The doors of the module as other programs and browsers meet them, on the whole platform.</summary>
public sealed class DoorTests(DoorTests.Site site) : IClassFixture<DoorTests.Site>
{
    /// <summary>One platform for the class; each test takes a SKU of its own.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private int taken;

        internal GatewayHost Host { get; private set; } = null!;

        internal Guid Warehouse { get; private set; }

        internal Guid Showroom { get; private set; }

        public async Task InitializeAsync()
        {
            Host = await GatewayHost.Start();
            Warehouse = await PlaceOf(LocationKind.Warehouse);
            Showroom = await PlaceOf(LocationKind.Showroom);
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();

        /// <summary>A SKU that no other test has taken, with at least so many pieces in warehouse and showroom.</summary>
        internal async Task<StockBalance> Take() => (await Host.Look<ShowroomDb, List<StockBalance>>(db => db.Balances.AsNoTracking()
            .Where(x => x.LocationId == Showroom && x.OnHand >= 10 && db.ShelfItems.Any(i => i.SkuId == x.SkuId && i.IsOnSale)).OrderBy(x => x.SkuId).Take(50).ToListAsync()))[taken++];

        private Task<Guid> PlaceOf(LocationKind kind) => Host.Look<ShowroomDb, Guid>(db => db.Locations.Where(x => x.Kind == kind).Select(x => x.Id).FirstAsync());
    }

    [Fact]
    public async Task A_counter_sale_reaches_the_site_within_a_second()
    {
        var (shelf, cashier) = (await site.Take(), await site.Host.SignedIn("cashier"));
        var before = await Shown(shelf.SkuId);
        var answer = await Post(cashier, "/api/showroom/sales", Sale(shelf.SkuId, 3));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var sale = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("PD", sale.GetProperty("number").GetString(), StringComparison.Ordinal);
        Assert.True(sale.GetProperty("changeFen").GetInt64() > 0);
        Assert.Equal(0, sale.GetProperty("tasks").GetArrayLength());
        await Eventually.Passes(async () => Assert.Equal(before - 3, await Shown(shelf.SkuId)), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Received_goods_show_in_the_stock_list_and_on_the_site()
    {
        var (shelf, manager) = (await site.Take(), await site.Host.SignedIn("manager"));
        var before = await Shown(shelf.SkuId);
        var answer = await Post(manager, "/api/showroom/receipts", new { locationId = site.Showroom, lines = new[] { new { skuId = shelf.SkuId, quantity = 5 } } });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var item = (await manager.GetFromJsonAsync<JsonElement>($"/api/showroom/stock?skuId={shelf.SkuId}&locationId={site.Showroom}")).GetProperty("items")[0];
        Assert.Equal(shelf.OnHand + 5, item.GetProperty("onHand").GetInt64());
        Assert.Equal(["available", "location", "locationId", "onHand", "reserved", "safety", "skuId"], item.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
        await Eventually.Passes(async () => Assert.Equal(before + 5, await Shown(shelf.SkuId)));
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData("citizen", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("cashier", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Created)]
    [InlineData("auditor", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Each_door_opens_only_to_those_who_may(string user, HttpStatusCode read, HttpStatusCode receive, HttpStatusCode sell)
    {
        var shelf = await site.Take();
        var client = user.Length == 0 ? site.Host.Anonymous() : await site.Host.SignedIn(user);

        Assert.Equal(read, (await client.GetAsync($"/api/showroom/stock?skuId={shelf.SkuId}")).StatusCode);
        Assert.Equal(receive, (await Post(client, "/api/showroom/receipts", new { locationId = site.Showroom, lines = new[] { new { skuId = shelf.SkuId, quantity = 5 } } })).StatusCode);
        Assert.Equal(sell, (await Post(client, "/api/showroom/sales", Sale(shelf.SkuId, 1))).StatusCode);
    }

    [Theory]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":1.5}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0].quantity")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":"2e3"}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0].quantity")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":-1}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0].quantity")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU"}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "quantity")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"nobody","quantity":1}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0].skuId")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[null],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0]")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"barcode":"6900000000013","quantity":1}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "lines[0].barcode")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":1}],"tenders":[{"kind":"Alipay","amountFen":1000000}]}""", 400, "tenders[0].kind")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":1}],"tenders":[{"kind":"Cash","amountFen":1}]}""", 409, "tenders")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"2026-11-23T09:00:00Z","lines":[{"skuId":"SKU","quantity":1}],"tenders":[{"kind":"Cash","amountFen":1000000}],"state":"Paid"}""", 400, "state")]
    [InlineData("""{"deviceId":"till-9","localNumber":1,"soldAt":"yesterday","lines":[{"skuId":"SKU","quantity":1}],"tenders":[{"kind":"Cash","amountFen":1000000}]}""", 400, "soldAt")]
    [InlineData("""{"deviceId":"till-9",""", 400, "")]
    [InlineData("", 400, "")]
    public async Task A_sale_that_cannot_be_is_answered_with_the_field_and_changes_nothing(string body, int status, string field)
    {
        var (shelf, cashier) = (await site.Take(), await site.Host.SignedIn("cashier"));
        var answer = await Send(cashier, "/api/showroom/sales", body.Replace("SKU", shelf.SkuId.ToString(), StringComparison.Ordinal), Guid.NewGuid().ToString());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(shelf.OnHand, await site.Host.Look<ShowroomDb, long>(db => db.Balances.Where(x => x.SkuId == shelf.SkuId && x.LocationId == site.Showroom).Select(x => x.OnHand).FirstAsync()));
    }

    [Fact]
    public async Task Money_and_goods_move_only_under_a_key_and_the_same_key_answers_the_same()
    {
        var (shelf, cashier) = (await site.Take(), await site.Host.SignedIn("cashier"));
        var body = JsonSerializer.Serialize(Sale(shelf.SkuId, 1));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(cashier, "/api/showroom/sales", body, null)).StatusCode);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(cashier, "/api/showroom/sales", body, "one-key")));
        Assert.All(answers, x => Assert.Equal(HttpStatusCode.Created, x.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(x => x.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal((HttpStatusCode)422, (await Send(cashier, "/api/showroom/sales", JsonSerializer.Serialize(Sale(shelf.SkuId, 2)), "one-key")).StatusCode);
    }

    [Theory]
    [InlineData("/api/showroom/stock?skuId=1")]
    [InlineData("/api/showroom/stock?page=-1")]
    [InlineData("/api/showroom/stock?pageSize=1000000000")]
    [InlineData("/api/showroom/shelf-items?code=6900000000013")]
    [InlineData("/api/showroom/shelf-items")]
    public async Task Bad_questions_get_a_clear_no(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await site.Host.SignedIn("cashier")).GetAsync(path)).StatusCode);

    [Fact]
    public async Task Filters_left_empty_filter_nothing() =>
        Assert.Equal(3, (await (await site.Host.SignedIn("cashier")).GetFromJsonAsync<JsonElement>("/api/showroom/stock?skuId=&locationId=&pageSize=3")).GetProperty("items").GetArrayLength());

    [Fact]
    public async Task Pages_of_the_counter_open_for_those_they_are_for()
    {
        var (shelf, cashier, manager, guest) = (await site.Take(), await site.Host.SignedIn("cashier"), await site.Host.SignedIn("manager"), site.Host.Anonymous());
        var sale = await (await Post(cashier, "/api/showroom/sales", Sale(shelf.SkuId, 1))).Content.ReadFromJsonAsync<JsonElement>();
        var (receipt, shift) = (sale.GetProperty("receiptPath").GetString()!, sale.GetProperty("shiftId").GetGuid());
        Assert.Contains("<svg", await guest.GetStringAsync(receipt), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/r/" + new string('a', 24))).StatusCode);

        var closed = await (await Post(manager, $"/api/showroom/shifts/{shift}/close", new { countedFen = 1, differenceReason = "?" })).Content.ReadFromJsonAsync<JsonElement>();
        var z = closed.GetProperty("zNumber").GetString();
        foreach (var (client, path) in new[] { (cashier, "/pos/shift"), (cashier, $"/pos/sales/{sale.GetProperty("id")}"), (manager, $"/pos/z/{z}"), (manager, "/ops/shifts"), (manager, $"/ops/shifts/{z}"), (manager, "/ops/tasks"), (manager, "/ops/shifts.csv"), (manager, "/api/showroom/tasks"), (cashier, "/api/showroom/account-buyers") })
            Assert.Equal((path, HttpStatusCode.OK), (path, (await client.GetAsync(path)).StatusCode));
        foreach (var path in new[] { "/ops/shifts.csv", "/api/showroom/tasks" }) Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await cashier.GetAsync(path)).StatusCode));
    }

    private static object Sale(Guid skuId, int quantity) => new
    {
        deviceId = "till-" + Guid.NewGuid().ToString("N"), localNumber = 1, soldAt = "2026-11-23T17:00:00+08:00",
        lines = new[] { new { skuId, quantity } }, tenders = new[] { new { kind = "Cash", amountFen = 10_000_000 } },
    };

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object body) => Send(client, path, JsonSerializer.Serialize(body), Guid.NewGuid().ToString());

    private static Task<HttpResponseMessage> Send(HttpClient client, string path, string body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    private async Task<long> Shown(Guid skuId)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISkuOffers>().Available(skuId, CancellationToken.None);
    }
}
