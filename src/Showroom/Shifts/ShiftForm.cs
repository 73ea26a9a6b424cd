using System.Globalization;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Showroom.Shifts;

/// <summary>What was typed on the shift page; each of its forms fills a part.</summary>
internal sealed class ShiftForm
{
    public string? Idem { get; set; }
    public string? Device { get; set; }
    public string? Shift { get; set; }
    public string? Money { get; set; }
    public string? Direction { get; set; }
    public string? Reason { get; set; }
    public string? Unsent { get; set; }
    public string? Taker { get; set; }
    public string? TakerPin { get; set; }
    public string? Manager { get; set; }
    public string? ManagerPin { get; set; }
    public string? Pin { get; set; }

    /// <summary>Yuan as typed (<c>200</c>, <c>199.5</c>), in fen; null when it is not money.</summary>
    public static long? Fen(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is >= 0 and <= 10_000_000 && yuan * 100 == Math.Truncate(yuan * 100) ? (long)(yuan * 100) : null;

    /// <summary>The text for a rule that said no.</summary>
    public static string Say(IStringLocalizer text, RuleBroken problem) => text["Problem." + problem.Code] is { ResourceNotFound: false } known ? known : problem.Message;
}
