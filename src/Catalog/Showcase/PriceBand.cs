using System.Globalization;

namespace ZhongFu.Catalog.Showcase;

/// <summary>A range of prices to filter by: from <paramref name="FromFen"/> up to, but without, <paramref name="BelowFen"/> (null: no upper end).</summary>
internal sealed record PriceBand(long FromFen, long? BelowFen)
{
    /// <summary>The bands offered, cheapest first; each price lies in exactly one.</summary>
    public static IReadOnlyList<PriceBand> All { get; } = [new(0, 20_00), new(20_00, 50_00), new(50_00, 100_00), new(100_00, 200_00), new(200_00, null)];

    /// <summary>Stands in addresses: yuan, <c>20-50</c>; the last one <c>200-</c>.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{FromFen / 100}-{BelowFen / 100}");

    public bool Holds(long priceFen) => priceFen >= FromFen && (BelowFen is null || priceFen < BelowFen);
}
