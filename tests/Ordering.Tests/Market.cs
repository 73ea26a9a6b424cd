using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.Ordering.Data;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests;

/// <summary>The whole platform on a copy of the demonstration data, with what a buyer's test does again and again.</summary>
public sealed class Market : IAsyncLifetime
{
    private readonly Queue<Goods> goods = [];

    public GatewayHost Host { get; private set; } = null!;

    internal ChangingOffers Offers { get; private set; } = null!;

    public HttpClient Citizen { get; private set; } = null!;

    public HttpClient Neighbour { get; private set; } = null!;

    public HttpClient Operator { get; private set; } = null!;

    /// <summary>An address as the API takes it.</summary>
    public static object Home { get; } = new { kind = "Courier", recipient = "李雷", phone = "138 0013 8000", province = "44", city = "4403", district = "440307", street = "440307003", detail = "示范路 1 号" };

    public async Task InitializeAsync()
    {
        Host = await GatewayHost.Start(configure: services => ChangingOffers.Into(services, offers => Offers = offers));
        (Citizen, Neighbour, Operator) = (await Host.SignedIn("citizen"), await Host.SignedIn("citizen2"), await Host.SignedIn("operator"));
        for (var page = 1; page <= 3; page++)
        {
            var list = await Host.Anonymous().GetFromJsonAsync<JsonElement>($"/api/catalog/products?pageSize=100&inStock=true&page={page}");
            // Fresh goods only: whether a test takes one that needs the extra tick must not depend on which test ran before.
            foreach (var item in list.GetProperty("items").EnumerateArray().Where(x => x.GetProperty("noSevenDayReturn").GetBoolean()))
            foreach (var sku in item.GetProperty("skus").EnumerateArray().Where(sku => sku.GetProperty("available").GetInt64() >= 20))
                goods.Enqueue(new(sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64(), sku.GetProperty("available").GetInt64(), item.GetProperty("name").GetString()!));
        }
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A SKU on sale with at least 20 pieces, that no other test has.</summary>
    internal Goods Take()
    {
        lock (goods) return goods.Dequeue();
    }

    internal static async Task<HttpResponseMessage> Order(HttpClient buyer, string key, object delivery, params (Guid SkuId, int Quantity)[] lines)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ordering/orders")
        {
            Content = JsonContent.Create(new { lines = lines.Select(x => new { skuId = x.SkuId, quantity = x.Quantity }), delivery }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await buyer.SendAsync(request);
    }

    internal static Task<HttpResponseMessage> Order(HttpClient buyer, params (Guid SkuId, int Quantity)[] lines) => Order(buyer, Guid.NewGuid().ToString(), Home, lines);

    /// <summary>An order of one line that was reserved.</summary>
    internal async Task<JsonElement> Reserved(HttpClient? buyer = null, int quantity = 1) => await (await Order(buyer ?? Citizen, (Take().SkuId, quantity))).Json(201);

    /// <summary>Pays at the sandbox cashier.</summary>
    internal async Task Pay(HttpClient buyer, JsonElement order)
    {
        using var start = new HttpRequestMessage(HttpMethod.Post, $"/api/ordering/orders/{order.Text("id")}/payments");
        start.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var payment = await (await buyer.SendAsync(start)).Json(201);
        (await buyer.PostAsync($"/api/ordering/payments/sandbox/{payment.Text("id")}/complete", null)).EnsureSuccessStatusCode();
    }

    /// <summary>Somebody who has never bought here.</summary>
    internal async Task<string> NewBuyer()
    {
        var name = $"buyer{Guid.NewGuid():N}"[..16];
        await (await Host.Anonymous().PostAsJsonAsync("/api/identity/register", new { userName = name, password = GatewayHost.DemoPassword })).Json(201);
        return name;
    }

    internal Task<T> Look<T>(Func<OrderingDb, Task<T>> look) => Host.Look(look);
}

/// <summary>A SKU on sale.</summary>
internal sealed record Goods(Guid SkuId, long PriceFen, long Available, string Name);

[CollectionDefinition(Name)]
public sealed class OnTheMarket : ICollectionFixture<Market>
{
    public const string Name = "market";
}

internal static class Answers
{
    /// <summary>Checks the status and reads the body.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {status}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Checks that it is a problem document with this status and code.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer, int status, string? code = null)
    {
        var problem = await answer.Json(status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
