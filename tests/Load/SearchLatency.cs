namespace ZhongFu.Load;

/// <summary>Searches that differ every time, in Han and in pinyin, at 16 connections.</summary>
internal sealed class SearchLatency(int products, double targetMs) : Benchmark
{
    private static readonly string[] Words =
        ["脐橙", "猕猴桃", "mht", "mihoutao", "百香果", "蜂蜜", "fengmi", "xunwu", "靖西", "茶", "米", "八角", "xianggu", "苹果", "pingguo", "虾", "haifeng", "红枣", "核桃", "yumi", "合作社", "qicheng", "honey", "mihoutoa"];

    public override string Name => $"search-p99-{products}";

    public override string About => $"GET /api/catalog/products?q=…, random words, {products} products, 16 connections";

    public override async Task<IReadOnlyList<Row>> Run()
    {
        await using var gateway = products > 320
            ? await Gateway.Start(null, ("Catalog__SyntheticProducts", (products - 320).ToString()))
            : await Gateway.Start();
        var result = await HttpLoad.Run(gateway, Path, 16, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        if (result.Errors > 0) Console.WriteLine($"{result.Errors} searches failed");
        return [Row.AtMost(Name, result.P99Ms, "ms", targetMs) with { IsOk = result.Errors == 0 && result.P99Ms <= targetMs }];
    }

    /// <summary>Word, page and sort vary, so that prepared answers hardly help.</summary>
    private static string Path(long n)
    {
        var random = new Random((int)n);
        var sort = random.Next(5) switch { 0 => "price", 1 => "-price", 2 => "sales", 3 => "newest", _ => "relevance" };
        return $"/api/catalog/products?q={Uri.EscapeDataString(Words[random.Next(Words.Length)])}&page={1 + random.Next(3)}&pageSize={10 + random.Next(50)}&sort={sort}";
    }
}
