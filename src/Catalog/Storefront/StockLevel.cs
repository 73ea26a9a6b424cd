using Microsoft.Extensions.Localization;

namespace ZhongFu.Catalog.Storefront;

/// <summary>How scarce something is, in a word for programs and in words for people.</summary>
internal static class StockLevel
{
    /// <summary>From fewer than this on the number is told.</summary>
    public const long Low = 100;

    public static string Of(long available) => available <= 0 ? "none" : available < Low ? "low" : "ok";

    public static string TextOf(long available, IStringLocalizer text) => text[$"Stock.{Of(available)}", available];
}
