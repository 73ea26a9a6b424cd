namespace ZhongFu.Load;

/// <summary>One measurement: starts what it needs, measures the product and its bare limit in the same run, stops what it started.</summary>
internal abstract class Benchmark
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new ProductListJson(), new ProductListPage(), new SearchLatency(320, 15), new SearchLatency(50_000, 40), new PlaceOrders(hot: false), new PlaceOrders(hot: true),
        new WarmStart(), new AvailabilityLag(), new CounterSales(), new StockMovements(), new ScanToLine(),
    ];

    public abstract string Name { get; }

    public abstract string About { get; }

    public abstract Task<IReadOnlyList<Row>> Run();
}
