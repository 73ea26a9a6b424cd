using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ZhongFu.Showroom.ShelfItems;

/// <summary>A label printed by the showroom's scales: EAN-13 of the prefixes 20 to 29, then five digits of the article, five of the weight in grams or of the price in fen,
/// and the check digit (GS1 General Specifications, restricted circulation numbers; ux.md, 10.3). One label is one pack.</summary>
/// <param name="ArticleCode">The article as its code says: <c>00172</c> is <c>P0017-2</c>.</param>
internal sealed record WeighedCode(string ArticleCode, long? Grams, long? PriceFen)
{
    /// <summary>Whether a code is of the kind that scales print, by its prefix.</summary>
    public static bool IsInStore(string? code) => code is { Length: 13 } && code[0] == '2' && ScannedCode.IsGtin(code);

    /// <summary>What a label says; null when it is none of ours, or says nothing at all (0 g, 0 fen).</summary>
    public static WeighedCode? Parse(string code, IConfiguration settings)
    {
        if (!IsInStore(code)) return null;
        var article = int.Parse(code.AsSpan(2, 5), NumberStyles.None, CultureInfo.InvariantCulture);
        var value = long.Parse(code.AsSpan(7, 5), NumberStyles.None, CultureInfo.InvariantCulture);
        if (value == 0 || article == 0) return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"P{article / 10:0000}-{article % 10}");
        return LayoutOf(code[..2], settings) switch
        {
            "Weight" => new(name, value, null),
            "Price" => new(name, null, value),
            _ => null,
        };
    }

    /// <summary>The price of the pack, fen: as printed, or the article's price by weight, rounded half up.</summary>
    public long PriceOf(ShelfItem item) => PriceFen ?? (item.NetWeightGrams > 0 ? checked((item.PriceFen * Grams!.Value * 2 + item.NetWeightGrams) / (item.NetWeightGrams * 2)) : item.PriceFen);

    /// <summary>What the digits behind each prefix in use mean: <c>Weight</c> or <c>Price</c>. A till reads labels by the same table, so that both see one price.</summary>
    public static IReadOnlyDictionary<string, string> Layouts(IConfiguration settings) =>
        Enumerable.Range(20, 10).Select(x => x.ToString(CultureInfo.InvariantCulture)).Where(x => LayoutOf(x, settings) is not null).ToDictionary(x => x, x => LayoutOf(x, settings)!);

    /// <summary>What the digits behind a prefix mean: <c>Showroom:WeighedBarcodes:22 = Weight</c>, by default 22 weight and 23 price.</summary>
    private static string? LayoutOf(string prefix, IConfiguration settings) => settings[$"Showroom:WeighedBarcodes:{prefix}"] ?? prefix switch { "22" => "Weight", "23" => "Price", _ => null };
}
