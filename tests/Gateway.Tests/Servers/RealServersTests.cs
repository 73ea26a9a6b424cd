using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Servers;

/// <summary>The main path on PostgreSQL and RabbitMQ: the same program, other servers.</summary>
public sealed class RealServersTests
{
    [Fact]
    public async Task An_order_is_reserved_and_paid_and_the_counter_is_seen_by_the_site_on_PostgreSQL_and_RabbitMQ()
    {
        await using var host = await Seeded();
        var (buyer, cashier) = (await host.SignedIn("citizen"), await host.SignedIn("cashier"));
        var (productId, sku, price) = await SkuInStock(buyer);

        var order = await Post(buyer, "/api/ordering/orders", Order(sku, 2), HttpStatusCode.Created);
        Assert.Equal("Reserved", order.GetProperty("state").GetString());
        var orderId = order.GetProperty("id").GetString();
        var payment = await Post(buyer, $"/api/ordering/orders/{orderId}/payments", null, HttpStatusCode.Created);
        await Post(buyer, $"/api/ordering/payments/sandbox/{payment.GetProperty("id").GetString()}/complete", null, HttpStatusCode.OK);
        Assert.Equal("Paid", (await buyer.GetFromJsonAsync<JsonElement>($"/api/ordering/orders/{orderId}")).GetProperty("state").GetString());

        var before = await Available(buyer, productId, sku);
        var sale = new { deviceId = "TILL-1", localNumber = 1, soldAt = host.Clock.GetUtcNow().UtcDateTime, lines = new[] { new { skuId = sku, quantity = 1, priceFen = price } }, tenders = new[] { new { kind = "Cash", amountFen = price } } };
        await Post(cashier, "/api/showroom/sales", sale, HttpStatusCode.Created);
        await Eventually.Passes(async () => Assert.True(await Available(buyer, productId, sku) < before));
        await Eventually.Passes(async () => Assert.Empty(await Violations(host)));
    }

    [Fact]
    public async Task The_last_pieces_are_sold_once_on_PostgreSQL_and_RabbitMQ()
    {
        await using var host = await Seeded();
        var buyer = await host.SignedIn("citizen");
        var (productId, sku, _) = await SkuInStock(buyer, atMost: 12);
        var pieces = await Available(buyer, productId, sku);

        var answers = await Task.WhenAll(Enumerable.Range(0, (int)pieces + 20).Select(_ => Task.Run(() => Send(buyer, "/api/ordering/orders", Order(sku, 1)))));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        // An answer of the stock that takes longer than five seconds leaves the order Placed for the moment: what counts is how it ends.
        await Eventually.Passes(async () => Assert.Equal((pieces, 0L), (await Count(buyer, "Reserved"), await Count(buyer, "Placed"))), TimeSpan.FromSeconds(60));
        await Eventually.Passes(async () => Assert.Equal(0, await Available(buyer, productId, sku)));
        Assert.Empty(await Violations(host));
    }

    [Fact]
    public async Task Of_twenty_adds_to_one_cart_at_once_each_counts_on_PostgreSQL()
    {
        await using var host = await GatewayHost.Start(await TestServers.Postgres());
        await Eventually.True(async () => (await host.Anonymous().GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=1")).GetProperty("total").GetInt32() > 300, TimeSpan.FromMinutes(2));
        var browser = host.Browser();
        await browser.Submit("/login", "sign-in", new() { ["Form.Name"] = "citizen", ["Form.Password"] = GatewayHost.DemoPassword });
        var list = await browser.GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=100");
        var skus = list.GetProperty("items").EnumerateArray().SelectMany(x => x.GetProperty("skus").EnumerateArray()).Where(x => x.GetProperty("available").GetInt64() >= 20).Take(2).Select(x => x.GetProperty("id").GetString()!).ToList();
        foreach (var (sku, sum) in skus.Zip([20, 40])) // first into an empty cart, then into a full one
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => browser.PostAsync("/cart/lines", new FormUrlEncodedContent(new Dictionary<string, string> { ["skuId"] = sku, ["quantity"] = "1" })))));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
            Assert.Equal(sum, (await browser.GetFromJsonAsync<JsonElement>("/cart/summary")).GetProperty("count").GetInt32());
        }
    }

    /// <summary>The seed tells the catalogue of every SKU's stock by message; the broker needs a moment for all of them.</summary>
    private static async Task<GatewayHost> Seeded()
    {
        var host = await GatewayHost.Start(await TestServers.PostgresAndRabbitMq());
        var anyone = host.Anonymous();
        await Eventually.True(async () => (await anyone.GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=1")).GetProperty("total").GetInt32() > 300, TimeSpan.FromMinutes(2));
        return host;
    }

    private static object Order(Guid sku, int quantity) => new
    {
        lines = new[] { new { skuId = sku, quantity } },
        delivery = new { kind = "Courier", recipient = "演示", phone = "13800138000", province = "44", city = "4403", district = "440307", street = "440307003", detail = "演示路 1 号" },
    };

    private static async Task<(string ProductId, Guid Sku, long PriceFen)> SkuInStock(HttpClient client, long atMost = long.MaxValue)
    {
        for (var page = 1; page <= 4; page++)
        {
            var list = await client.GetFromJsonAsync<JsonElement>($"/api/catalog/products?inStock=true&pageSize=100&page={page}");
            foreach (var item in list.GetProperty("items").EnumerateArray())
                foreach (var sku in item.GetProperty("skus").EnumerateArray())
                    if (sku.GetProperty("available").GetInt64() is var available && available >= 3 && available <= atMost) return (item.GetProperty("id").GetString()!, sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64());
        }
        throw new InvalidOperationException("The demonstration data holds no such SKU.");
    }

    private static async Task<long> Count(HttpClient buyer, string state)
    {
        var (count, cursor) = (0L, "");
        do
        {
            var page = await buyer.GetFromJsonAsync<JsonElement>($"/api/ordering/orders?state={state}{cursor}");
            count += page.GetProperty("items").GetArrayLength();
            cursor = page.GetProperty("cursor").GetString() is { } next ? $"&cursor={next}" : "";
        } while (cursor.Length > 0);
        return count;
    }

    private static async Task<long> Available(HttpClient client, string productId, Guid sku) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/catalog/products/{productId}")).GetProperty("skus").EnumerateArray().Single(x => x.GetProperty("id").GetGuid() == sku).GetProperty("available").GetInt64();

    private static async Task<HttpResponseMessage> Send(HttpClient client, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, object? body, HttpStatusCode expected)
    {
        using var answer = await Send(client, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<IReadOnlyList<string>> Violations(GatewayHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var invariant in scope.ServiceProvider.GetServices<IInvariant>()) found.AddRange(await invariant.FindViolations(CancellationToken.None));
        return found;
    }
}
