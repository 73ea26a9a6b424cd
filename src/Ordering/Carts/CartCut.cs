namespace ZhongFu.Ordering.Carts;

/// <summary>Tells the cart page which lines were cut to what there is, so that it says so beside them.</summary>
internal static class CartCut
{
    public const string Name = "cut";

    public static string Query(IEnumerable<Guid> skuIds) => $"{Name}={string.Join(',', skuIds.Take(20))}";

    public static HashSet<Guid> Read(string? value) =>
        [.. (value ?? "").Split(',', 21).Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty).Where(x => x != Guid.Empty)];
}
