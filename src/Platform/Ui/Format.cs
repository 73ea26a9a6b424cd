using System.Globalization;
using ZhongFu.Platform.Time;

namespace ZhongFu.Platform.Ui;

/// <summary>How numbers, times and people's data are written on pages. Money comes in fen, weight in grams, time in UTC; a missing value is a dash.</summary>
public static class Format
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Shown where there is no value: never 0, never blank.</summary>
    public static string Missing => UiText.Of(nameof(Missing));

    /// <summary>On cards and buttons: <c>¥39.90</c>.</summary>
    public static string Price(long fen) => (fen < 0 ? "-¥" : "¥") + Yuan(Math.Abs(fen));

    /// <summary>The number of a price without its sign: <c>39.90</c>; see <c>PriceTag</c>.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("0.00", Plain);

    /// <summary>In tables and totals, with thousands: <c>¥12,630.00</c>.</summary>
    public static string Money(long fen) => (fen < 0 ? "-¥" : "¥") + (Math.Abs(fen) / 100m).ToString("#,##0.00", Plain);

    /// <inheritdoc cref="Money(long)"/>
    public static string Money(long? fen) => fen is { } value ? Money(value) : Missing;

    /// <summary>Pieces sold: exact below ten thousand, then <c>1.3万</c>.</summary>
    public static string Count(long count) => count < 10_000
        ? count.ToString(Plain)
        : UiText.Of("CountMany", Math.Round(count / decimal.Parse(UiText.Of("CountUnit"), Plain), 1, MidpointRounding.AwayFromZero).ToString("0.#", Plain));

    /// <summary>Price of 500 g for citizens, <c>约 ¥7.98/斤</c>; null when the goods are not sold by weight.</summary>
    public static string? PerJin(long fen, long? grams) => PerGrams(fen, grams, 500) is { } each ? UiText.Of("PerJin", each) : null;

    /// <summary>Price of a kilogram for offices and documents: <c>¥15.96/kg</c>.</summary>
    public static string? PerKilogram(long fen, long? grams) => PerGrams(fen, grams, 1000) is { } each ? UiText.Of("PerKilogram", each) : null;

    /// <summary>Net weight in legal units: <c>2.5kg</c>, <c>350g</c>.</summary>
    public static string Weight(long grams) => grams >= 1000 ? (grams / 1000m).ToString("0.###", Plain) + "kg" : grams.ToString(Plain) + "g";

    /// <summary>Net weight for citizens: <c>2.5kg（5斤）</c>; jin only where they come out even to a tenth.</summary>
    public static string WeightWithJin(long grams) =>
        grams >= 500 && grams % 50 == 0 ? UiText.Of("WeightWithJin", Weight(grams), (grams / 500m).ToString("0.#", Plain)) : Weight(grams);

    /// <summary>A share between 0 and 1 as <c>69.7%</c>.</summary>
    public static string Percent(decimal? share) => share is { } value ? Math.Round(value * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", Plain) + "%" : Missing;

    /// <summary>A day in a sentence: <c>11月24日（周二）</c>, with the year only if it is not this year.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        UiText.Of(day.Year == today.Year ? "Day" : "DayOfYear", day.Year, day.Month, day.Day, UiText.Of("Weekdays").Split(' ')[(int)day.DayOfWeek]);

    /// <summary>A moment in a table, Shanghai time: <c>2026-11-23 17:04</c>.</summary>
    public static string Moment(DateTime? utc) => utc is { } value ? BusinessTime.ToLocal(value).ToString("yyyy-MM-dd HH:mm", Plain) : Missing;

    /// <summary>A day in a table: <c>2026-11-23</c>.</summary>
    public static string Date(DateOnly? day) => day is { } value ? value.ToString("yyyy-MM-dd", Plain) : Missing;

    /// <summary>A time of day, Shanghai time: <c>17:34</c>.</summary>
    public static string Clock(DateTime utc) => BusinessTime.ToLocal(utc).ToString("HH:mm", Plain);

    /// <summary>For <c>&lt;time datetime&gt;</c>.</summary>
    public static string Machine(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Plain);

    /// <summary><c>12 分钟前</c> within the hour, after that the moment itself.</summary>
    public static string Ago(DateTime utc, DateTime now) => (now - utc).TotalMinutes switch
    {
        < 0 or >= 60 => Moment(utc),
        < 1 => UiText.Of("JustNow"),
        var minutes => UiText.Of("MinutesAgo", (int)minutes),
    };

    /// <summary>A mobile number in full, for its owner and for the person who sends the parcel: <c>138 0013 8000</c>.</summary>
    public static string Phone(string? phone) => National(phone) is { Length: 11 } digits ? $"{digits[..3]} {digits[3..7]} {digits[7..]}" : Filled(phone);

    /// <summary>A mobile number for everybody else: <c>138****8000</c>.</summary>
    public static string MaskedPhone(string? phone) => National(phone) is { Length: > 7 } digits ? $"{digits[..3]}****{digits[^4..]}" : Filled(phone) == Missing ? Missing : "****";

    /// <summary>A name outside its owner's account: <c>李**</c>.</summary>
    public static string MaskedName(string? name) => string.IsNullOrWhiteSpace(name) ? Missing : StringInfo.GetNextTextElement(name.Trim()) + "**";

    private static string Filled(string? text) => string.IsNullOrWhiteSpace(text) ? Missing : text.Trim();

    private static string National(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static string? PerGrams(long fen, long? grams, int of) =>
        grams is > 0 ? Math.Round(fen * of / (decimal)grams.Value / 100, 2, MidpointRounding.AwayFromZero).ToString("0.00", Plain) : null;
}
