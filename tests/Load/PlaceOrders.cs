using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ZhongFu.Load;

/// <summary>Orders placed and reserved over HTTP on the embedded default, beside SQLite doing only the statements an order cannot do without.</summary>
internal sealed class PlaceOrders : Benchmark
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    public override string Name => "place-order";

    public override string About => "POST /api/ordering/orders until Reserved, 32 buyers' connections, embedded default; and memory after it";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = await Gateway.Start();
        using var buyer = await Gateway.SignedIn(gateway, "citizen");
        var skus = await SkusWithStock(buyer);
        await Place(buyer, skus, TimeSpan.FromSeconds(5));
        var cpu = gateway.CpuSeconds;
        var (perSecond, notReserved) = await Place(buyer, skus, Duration);
        Console.WriteLine($"{(gateway.CpuSeconds - cpu) * 1000 / (perSecond * Duration.TotalSeconds):0.0} ms of processor time for each order");
        if (notReserved > 0) Console.WriteLine($"{notReserved} orders were not answered with Reserved");
        var bare = BareOrders();
        return [Row.AtLeast(Name, perSecond, "orders/s", 100, bare), Row.AtMost("resident-memory", gateway.ResidentMb, "MB", 300)];
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
            lines = new[] { new { skuId = skus[first], quantity = 1 }, new { skuId = skus[(first + 1 + random.Next(skus.Count - 1)) % skus.Count], quantity = 1 } },
            delivery = new { kind = "Courier", recipient = "演示", phone = "13800138000", province = "440000", city = "440300", district = "440307", street = "440307003", detail = "演示路 1 号" },
        };
    }

    private static async Task<IReadOnlyList<Guid>> SkusWithStock(HttpClient buyer)
    {
        var skus = new ConcurrentBag<Guid>();
        for (var page = 1; page <= 4; page++)
        {
            var list = await buyer.GetFromJsonAsync<JsonElement>($"/api/catalog/products?page={page}&pageSize=100");
            foreach (var sku in list.GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("skus").EnumerateArray()))
                if (sku.GetProperty("available").GetInt64() >= 60) skus.Add(sku.GetProperty("id").GetGuid());
        }
        return [.. skus];
    }

    /// <summary>Guarded decrement, order, two lines, outbox row, commit with a flush: one writer, nothing else.</summary>
    private static double BareOrders()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zhongfu-bare-").FullName, "bare.db");
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; create table stock(id integer primary key, free integer); create table orders(id blob primary key, total integer); create table lines(id blob primary key, orderid blob, sku integer); create table outbox(id blob primary key, body text)");
        Execute("with recursive n(i) as (select 0 union all select i+1 from n where i < 599) insert into stock select i, 1000000 from n");
        var random = new Random(1);
        var watch = Stopwatch.StartNew();
        var done = 0;
        for (; watch.Elapsed < TimeSpan.FromSeconds(3); done++)
        {
            using var work = connection.BeginTransaction();
            for (var line = 0; line < 2; line++) Execute($"update stock set free = free - 1 where id = {random.Next(600)} and free >= 1");
            Execute("insert into orders values(randomblob(16), 100); insert into lines values(randomblob(16), randomblob(16), 1); insert into lines values(randomblob(16), randomblob(16), 2); insert into outbox values(randomblob(16), 'x')");
            work.Commit();
        }
        return done / watch.Elapsed.TotalSeconds;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
