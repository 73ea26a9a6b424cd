using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ZhongFu.Load;

/// <summary>From the answer to a counter sale until the site's product API shows the new availability.</summary>
internal sealed class AvailabilityLag : Benchmark
{
    public override string Name => "availability-lag";

    public override string About => "counter sale to the site's availability, worst of 30 sales";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var cashier = await Gateway.SignedIn(gateway, "cashier");
        var product = (await cashier.GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=1")).GetProperty("items")[0];
        var sku = product.GetProperty("skus").EnumerateArray().First(x => x.GetProperty("available").GetInt64() > 30);
        var (productId, skuId, price) = (product.GetProperty("id").GetString()!, sku.GetProperty("id").GetGuid(), sku.GetProperty("priceFen").GetInt64());
        var lags = new List<double>();
        for (var n = 1; n <= 30; n++)
        {
            var before = await Available(cashier, productId, skuId);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/showroom/sales")
            {
                Content = JsonContent.Create(new { deviceId = "load-1", localNumber = n, soldAt = DateTime.UtcNow, lines = new[] { new { skuId, quantity = 1, priceFen = price } }, tenders = new[] { new { kind = "Cash", amountFen = price } } }),
            };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await cashier.SendAsync(request);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            var watch = Stopwatch.StartNew();
            while (await Available(cashier, productId, skuId) >= before && watch.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(5);
            lags.Add(watch.Elapsed.TotalMilliseconds);
        }
        return [Row.AtMost(Name, lags.Max(), "ms", 1000)];
    }

    private static async Task<long> Available(HttpClient http, string productId, Guid skuId) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/catalog/products/{productId}")).GetProperty("skus").EnumerateArray()
            .First(x => x.GetProperty("id").GetGuid() == skuId).GetProperty("available").GetInt64();
}
