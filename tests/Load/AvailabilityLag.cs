using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ZhongFu.Load;

/// <summary>From the answer to a counter sale until the site's product API shows the new availability.</summary>
internal sealed class AvailabilityLag : Benchmark
{
    /// <summary>The showroom of the demonstration data.</summary>
    private const string Showroom = "01a19467-ec6c-7859-bcb9-6df65ba03ba5";

    public override string Name => "availability-lag";

    public override string About => "counter sale to the site's availability, worst of 30 sales";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var cashier = await Gateway.SignedIn(gateway, "cashier");
        using var manager = await Gateway.SignedIn(gateway, "manager");
        var product = (await cashier.GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=1")).GetProperty("items")[0];
        var sku = product.GetProperty("skus").EnumerateArray().First();
        var (productId, skuId, price) = (product.GetProperty("id").GetString()!, sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64());
        // The showroom first holds more than is sold here: goods it sells beyond its own stock do not change what the warehouse can still send.
        await Post(manager, "/api/showroom/receipts", new { locationId = Showroom, lines = new[] { new { skuId, quantity = 1000 } } });
        for (var patience = Stopwatch.StartNew(); await Available(cashier, productId, skuId) < 900 && patience.Elapsed < TimeSpan.FromSeconds(10);) await Task.Delay(20);
        var lags = new List<double>();
        for (var n = 1; n <= 30; n++)
        {
            var before = await Available(cashier, productId, skuId);
            await Post(cashier, "/api/showroom/sales", new { deviceId = "load-1", localNumber = n, soldAt = DateTime.UtcNow, lines = new[] { new { skuId, quantity = 1, priceFen = price } }, tenders = new[] { new { kind = "Cash", amountFen = price } } });
            var watch = Stopwatch.StartNew();
            while (await Available(cashier, productId, skuId) >= before && watch.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(5);
            lags.Add(watch.Elapsed.TotalMilliseconds);
        }
        return [Row.AtMost(Name, lags.Max(), "ms", 1000)];
    }

    private static async Task Post(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<long> Available(HttpClient http, string productId, Guid skuId) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/catalog/products/{productId}")).GetProperty("skus").EnumerateArray()
            .First(x => x.GetProperty("id").GetGuid() == skuId).GetProperty("available").GetInt64();
}
