using System.Globalization;

namespace ZhongFu.Catalog.Products;

/// <summary>The part of the year in which fresh goods are harvested; it may wrap the year end (脐橙: 11-10 to 01-31). Both days belong to it.</summary>
internal readonly record struct HarvestWindow(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>Reads two days <c>MM-DD</c>.</summary>
    /// <exception cref="FormatException">Not days of a year.</exception>
    public static HarvestWindow Parse(string from, string to)
    {
        var (first, last) = (Day(from), Day(to));
        return new HarvestWindow(first.Month, first.Day, last.Month, last.Day);
    }

    /// <summary>Reads <c>11-10~01-31</c>.</summary>
    public static HarvestWindow Parse(string text) => text.Split('~') is [var from, var to] ? Parse(from, to) : throw new FormatException($"'{text}' is not a harvest window.");

    /// <summary>Whether the window wraps the year end.</summary>
    public bool Wraps => From > To;

    /// <summary>Whether the goods are in season on that day.</summary>
    public bool Contains(DateOnly day)
    {
        var at = day.Month * 100 + day.Day;
        return Wraps ? at >= From || at <= To : at >= From && at <= To;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FromMonth:00}-{FromDay:00}~{ToMonth:00}-{ToDay:00}");

    private int From => FromMonth * 100 + FromDay;
    private int To => ToMonth * 100 + ToDay;

    // A leap year, so that 02-29 is a day.
    private static DateOnly Day(string text) => DateOnly.ParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
