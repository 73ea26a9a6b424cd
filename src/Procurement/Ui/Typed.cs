using System.Globalization;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Ui;

/// <summary>What people type into forms, as far as it makes sense.</summary>
internal static class Typed
{
    /// <summary>A whole number, or null.</summary>
    public static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A page of a list.</summary>
    public static int Page(string? text) => Math.Clamp(Whole(text) ?? 1, 1, 10_000);

    /// <summary>Yuan with at most two decimals as fen, or null.</summary>
    public static long? Fen(string? text) =>
        decimal.TryParse(text?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
        && Math.Abs(yuan) < 1_000_000_000 && yuan * 100 == Math.Truncate(yuan * 100) ? (long)(yuan * 100) : null;

    /// <summary>Kilograms with at most three decimals as grams, or null.</summary>
    public static long? Grams(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kilograms) && kilograms is > 0 and < 1_000_000 && kilograms * 1000 == Math.Truncate(kilograms * 1000) ? (long)(kilograms * 1000) : null;

    /// <summary>A day as date inputs send it, or null.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The key of a form's first press and its repeats.</summary>
    public static string? Key(string? text) => text is { Length: > 0 } && IdempotencyDoor.IsKey(text) ? text : null;
}
