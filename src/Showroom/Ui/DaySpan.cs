using System.Globalization;

namespace ZhongFu.Showroom.Ui;

/// <summary>The days a list is about.</summary>
internal static class DaySpan
{
    /// <summary>What a person typed, as far as it makes sense: the last seven days otherwise.</summary>
    public static (DateOnly From, DateOnly Until) Of(string? from, string? until, DateOnly today) => Of(from, until, today, last => last.AddDays(-6));

    /// <summary>The same, but from the first of the month otherwise.</summary>
    public static (DateOnly From, DateOnly Until) OfMonth(string? from, string? until, DateOnly today) => Of(from, until, today, last => new DateOnly(last.Year, last.Month, 1));

    private static (DateOnly From, DateOnly Until) Of(string? from, string? until, DateOnly today, Func<DateOnly, DateOnly> start)
    {
        var last = Parse(until) ?? today;
        var first = Parse(from) ?? start(last);
        return first <= last ? (first, last) : (last, first);
    }

    private static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2020 and <= 2100 ? day : null;
}
