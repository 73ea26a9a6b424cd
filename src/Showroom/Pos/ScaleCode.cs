using System.Globalization;

namespace ZhongFu.Showroom.Pos;

/// <summary>The five digits a scale in the showroom prints for a SKU: four of the product number and one of the specification, <c>P0017-2</c> is <c>00172</c>.</summary>
internal static class ScaleCode
{
    /// <summary>Null when the article code has no such form; such goods are not weighed.</summary>
    public static string? Of(string articleCode)
    {
        var (start, dash) = (1, articleCode.IndexOf('-', StringComparison.Ordinal));
        if (!articleCode.StartsWith('P') || dash is < 2 or > 5 || articleCode.Length != dash + 2 || !char.IsAsciiDigit(articleCode[^1])) return null;
        return int.TryParse(articleCode.AsSpan(start, dash - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"{number:0000}{articleCode[^1]}" : null;
    }
}
