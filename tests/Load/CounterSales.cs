using System.Diagnostics;

namespace ZhongFu.Load;

/// <summary>Sales of three lines as fast as eight tills can ring them; then how soon the site follows while a hundred sales run each second.</summary>
internal sealed class CounterSales : Benchmark
{
    private const int Tills = 8;

    public override string Name => "counter-sales";

    public override string About => "POST /api/showroom/sales, 8 tills, 3 lines, beside SQLite with only the needed statements; and the site's lag at 100 sales/s";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var counter = await Counter.Open(gateway, 100);
        var next = new long[Tills];
        await Ring(counter, next, TimeSpan.FromSeconds(5), null);
        var perSecond = await Ring(counter, next, TimeSpan.FromSeconds(12), null);
        var bare = BareDatabase.PerSecond(work =>
        {
            work("insert into facts values(randomblob(16), 'sale'); insert into facts values(randomblob(16), 'tender'); insert into outbox values(randomblob(16), 'x')");
            for (var line = 0; line < 3; line++) BareDatabase.Move(work, Random.Shared.Next(BareDatabase.Skus));
        });

        var paced = Ring(counter, next, TimeSpan.FromSeconds(20), perSecond: 100);
        await Task.Delay(2000);
        var lags = (await Task.WhenAll(Enumerable.Range(0, 3).Select(n => counter.Lags(counter.Skus[^(n + 1)], $"probe-{n}", 15)))).SelectMany(x => x).Order().ToList();
        var reached = await paced;
        Console.WriteLine($"{reached:0} sales/s while the lag was measured");
        return
        [
            Row.AtLeast(Name, perSecond, "sales/s", 100, bare),
            Row.AtMost("lag-p50-at-100-sales", lags[lags.Count / 2], "ms", 1000),
            Row.AtMost("lag-p99-at-100-sales", lags[^1], "ms", 1000),
        ];
    }

    /// <param name="counter">The showroom.</param>
    /// <param name="next">Last number of each till.</param>
    /// <param name="duration">How long.</param>
    /// <param name="perSecond">Sales per second over all tills, or null: as fast as they go.</param>
    private static async Task<double> Ring(Counter counter, long[] next, TimeSpan duration, double? perSecond)
    {
        var watch = Stopwatch.StartNew();
        long done = 0;
        await Task.WhenAll(Enumerable.Range(0, Tills).Select(till => Task.Run(async () =>
        {
            var random = new Random(till);
            for (var n = 0; watch.Elapsed < duration; n++)
            {
                if (perSecond is { } pace && TimeSpan.FromSeconds(n * Tills / pace) - watch.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
                var first = random.Next(90);
                await counter.Sell($"till-{till}", ++next[till], counter.Skus[first], counter.Skus[(first + 3) % 90], counter.Skus[(first + 7) % 90]);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}

/// <summary>Goods booked in, one line each: the shortest way through the ledger.</summary>
internal sealed class StockMovements : Benchmark
{
    public override string Name => "stock-movements";

    public override string About => "POST /api/showroom/receipts, one line, 16 connections, beside SQLite with the same statements";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var manager = await Gateway.SignedIn(gateway, "manager");
        var skus = await manager.Skus(1);
        await Receive(manager, skus, TimeSpan.FromSeconds(5));
        var perSecond = await Receive(manager, skus, TimeSpan.FromSeconds(12));
        var bare = BareDatabase.PerSecond(work =>
        {
            work("insert into facts values(randomblob(16), 'receipt'); insert into facts values(randomblob(16), 'line'); insert into facts values(randomblob(16), 'key'); insert into outbox values(randomblob(16), 'x')");
            BareDatabase.Move(work, Random.Shared.Next(BareDatabase.Skus));
        });
        return [Row.AtLeast(Name, perSecond, "movements/s", 100, bare)];
    }

    private static async Task<double> Receive(HttpClient manager, IReadOnlyList<(Guid Id, long PriceFen, string ProductId)> skus, TimeSpan duration)
    {
        var place = "01a19467-ec6c-7859-bcb9-6df65ba03ba5";
        var watch = Stopwatch.StartNew();
        long done = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            while (watch.Elapsed < duration)
            {
                await manager.Command("/api/showroom/receipts", new { locationId = place, lines = new[] { new { skuId = skus[random.Next(skus.Count)].Id, quantity = 1 } } });
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}
