using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ZhongFu.Load;

/// <summary>Orders placed and reserved over HTTP on the embedded default, beside SQLite doing only the statements an order cannot do without.</summary>
/// <param name="hot">All buyers want one SKU, else each order two of all.</param>
internal sealed class PlaceOrders(bool hot) : Benchmark
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    public override string Name => hot ? "place-order-hot" : "place-order";

    public override string About => hot
        ? "the same, one SKU that all buyers want"
        : "POST /api/ordering/orders until Reserved, 32 buyers' connections, embedded default; and memory after it";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var buyer = await Gateway.SignedIn(gateway, "citizen");
        var skus = hot ? await OneWithPlenty(gateway, buyer) : (await buyer.Skus(60)).Select(x => x.Id).ToList();
        await Place(buyer, skus, TimeSpan.FromSeconds(5));
        var cpu = gateway.CpuSeconds;
        var (perSecond, notReserved) = await Place(buyer, skus, Duration);
        Console.WriteLine($"{(gateway.CpuSeconds - cpu) * 1000 / (perSecond * Duration.TotalSeconds):0.0} ms of processor time for each order");
        if (notReserved > 0) Console.WriteLine($"{notReserved} orders were not answered with Reserved");
        var lines = hot ? 1 : 2;
        var bare = BareDatabase.PerSecond(work =>
        {
            for (var line = 0; line < lines; line++)
            {
                BareDatabase.Take(work, hot ? 0 : Random.Shared.Next(BareDatabase.Skus));
                work("insert into facts values(randomblob(16), 'line')");
            }
            work("insert into facts values(randomblob(16), 'order'); insert into outbox values(randomblob(16), 'x')");
        });
        var orders = Row.AtLeast(Name, perSecond, "orders/s", 100, bare);
        return hot ? [orders] : [orders, Row.AtMost("resident-memory", gateway.ResidentMb, "MB", 300)];
    }

    private static async Task<IReadOnlyList<Guid>> OneWithPlenty(ChildProcess gateway, HttpClient buyer)
    {
        var sku = (await buyer.Skus(1))[0];
        using var manager = await Gateway.SignedIn(gateway, "manager");
        var stock = await manager.GetFromJsonAsync<JsonElement>($"/api/showroom/stock?skuId={sku.Id}");
        await manager.Command("/api/showroom/receipts", new { locationId = stock.GetProperty("items")[0].GetProperty("locationId").GetGuid(), lines = new[] { new { skuId = sku.Id, quantity = 1_000_000 } } });
        return [sku.Id];
    }

    private static async Task<(double PerSecond, long NotReserved)> Place(HttpClient buyer, IReadOnlyList<Guid> skus, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        long reserved = 0, other = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            while (watch.Elapsed < duration)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ordering/orders") { Content = JsonContent.Create(Order(skus, random)) };
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                using var answer = await buyer.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode && body.Contains("\"Reserved\"", StringComparison.Ordinal)) Interlocked.Increment(ref reserved);
                else if (Interlocked.Increment(ref other) == 1) Console.WriteLine($"{(int)answer.StatusCode} {body}");
            }
        })));
        return (reserved / watch.Elapsed.TotalSeconds, other);
    }

    private static object Order(IReadOnlyList<Guid> skus, Random random)
    {
        var first = random.Next(skus.Count);
        return new
        {
            lines = skus.Count == 1
                ? new[] { new { skuId = skus[0], quantity = 1 } }
                : [new { skuId = skus[first], quantity = 1 }, new { skuId = skus[(first + 1 + random.Next(skus.Count - 1)) % skus.Count], quantity = 1 }],
            delivery = new { kind = "Courier", recipient = "演示", phone = "13800138000", province = "440000", city = "440300", district = "440307", street = "440307003", detail = "演示路 1 号" },
        };
    }
}
