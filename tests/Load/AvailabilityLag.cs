using System.Diagnostics;

namespace ZhongFu.Load;

/// <summary>From the answer to a counter sale until the site's product API shows the new availability.</summary>
internal sealed class AvailabilityLag : Benchmark
{
    public override string Name => "availability-lag";

    public override string About => "counter sale to the site's availability, worst of 30 sales";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var counter = await Counter.Open(gateway, skus: 1);
        return [Row.AtMost(Name, (await counter.Lags(counter.Skus[0], "load-1", 30)).Max(), "ms", 1000)];
    }
}

/// <summary>A showroom with plenty of goods and somebody at its tills.</summary>
internal sealed class Counter : IDisposable
{
    /// <summary>The showroom of the demonstration data.</summary>
    private static readonly Guid Showroom = Guid.Parse("01a19467-ec6c-7859-bcb9-6df65ba03ba5");

    private readonly HttpClient cashier;

    private Counter(HttpClient cashier, IReadOnlyList<(Guid Id, long PriceFen, string ProductId)> skus) => (this.cashier, Skus) = (cashier, skus);

    public IReadOnlyList<(Guid Id, long PriceFen, string ProductId)> Skus { get; }

    /// <summary>The showroom first holds more than is sold: goods it sells beyond its own stock do not change what the warehouse can still send.</summary>
    public static async Task<Counter> Open(ChildProcess gateway, int skus)
    {
        var cashier = await Gateway.SignedIn(gateway, "cashier");
        using var manager = await Gateway.SignedIn(gateway, "manager");
        var goods = (await cashier.Skus(1)).Take(skus).ToList();
        foreach (var delivery in goods.Chunk(50))
            await manager.Command("/api/showroom/receipts", new { locationId = Showroom, lines = delivery.Select(x => new { skuId = x.Id, quantity = 100_000 }) });
        for (var patience = Stopwatch.StartNew(); await cashier.Available(goods[^1].ProductId, goods[^1].Id) < 90_000 && patience.Elapsed < TimeSpan.FromSeconds(20);) await Task.Delay(20);
        return new(cashier, goods);
    }

    public Task Sell(string till, long number, params (Guid Id, long PriceFen, string ProductId)[] goods) => cashier.Command("/api/showroom/sales", new
    {
        deviceId = till, localNumber = number, soldAt = DateTime.UtcNow, lines = goods.Select(x => new { skuId = x.Id, quantity = 1, priceFen = x.PriceFen }),
        tenders = new[] { new { kind = "Cash", amountFen = goods.Sum(x => x.PriceFen) } },
    });

    /// <summary>Milliseconds from each sale's answer to the site's; one after the other.</summary>
    public async Task<IReadOnlyList<double>> Lags((Guid Id, long PriceFen, string ProductId) sku, string till, int sales)
    {
        var lags = new List<double>();
        for (var n = 1; n <= sales; n++)
        {
            var before = await cashier.Available(sku.ProductId, sku.Id);
            await Sell(till, n, sku);
            var watch = Stopwatch.StartNew();
            while (await cashier.Available(sku.ProductId, sku.Id) >= before && watch.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(5);
            lags.Add(watch.Elapsed.TotalMilliseconds);
        }
        return lags;
    }

    public void Dispose() => cashier.Dispose();
}
