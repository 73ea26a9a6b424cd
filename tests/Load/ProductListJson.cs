namespace ZhongFu.Load;

/// <summary>The first page of products as JSON, for anyone, warm: against bare Kestrel with the same bytes.</summary>
internal sealed class ProductListJson : Benchmark
{
    public override string Name => "product-list-json";

    public override string About => "GET /api/catalog/products, 64 connections, against bare Kestrel with the same bytes";

    public override Task<IReadOnlyList<Row>> Run() => SameBytes.Compare(Name, "/api/catalog/products?page=1&pageSize=20", "application/json; charset=utf-8", 0.5);
}

/// <summary>The home page, for anyone, warm: against bare Kestrel with the same HTML.</summary>
internal sealed class ProductListPage : Benchmark
{
    public override string Name => "product-list-page";

    public override string About => "GET /, 64 connections, against bare Kestrel with the same HTML";

    public override Task<IReadOnlyList<Row>> Run() => SameBytes.Compare(Name, "/", "text/html; charset=utf-8", 0.25);
}

/// <summary>The product and a bare server with the product's own answer, in turn, five times; medians count, so that a busy moment of the machine does not.</summary>
internal static class SameBytes
{
    public static async Task<IReadOnlyList<Row>> Compare(string name, string path, string type, double target)
    {
        await using var gateway = await Gateway.Start();
        await using var bare = await BareServer.Start(await gateway.Answers(path), type);
        var (product, limit) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            var warmUp = TimeSpan.FromSeconds(round == 0 ? 5 : 1);
            product.Add((await HttpLoad.Run(gateway, _ => path, 64, warmUp, TimeSpan.FromSeconds(4))).PerSecond);
            limit.Add((await HttpLoad.Run(bare, _ => "/", 64, warmUp, TimeSpan.FromSeconds(4))).PerSecond);
        }
        return [Row.AtLeastRatio(name, Median(product), Median(limit), "requests/s", target)];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
