using System.Globalization;

namespace ZhongFu.Load;

/// <summary>One line of the table: <c>name | value unit | limit unit | ratio | target | ok or short</c>.</summary>
internal sealed record Row(string Name, double Value, double? Limit, string Unit, string Target, bool IsOk)
{
    public static Row AtLeastRatio(string name, double value, double limit, string unit, double ratio) =>
        new(name, value, limit, unit, $"ratio >= {Text(ratio)}", value / limit >= ratio);

    public static Row AtLeast(string name, double value, string unit, double target, double? limit = null) => new(name, value, limit, unit, $">= {Text(target)}", value >= target);

    public static Row AtMost(string name, double value, string unit, double target) => new(name, value, null, unit, $"<= {Text(target)}", value <= target);

    public override string ToString() => string.Join(" | ", Name, $"{Text(Value)} {Unit}", Limit is { } limit ? $"{Text(limit)} {Unit}" : "-",
        Limit is { } bare ? Text(Value / bare) : "-", Target, IsOk ? "ok" : "short");

    private static string Text(double number) => number.ToString(number >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
