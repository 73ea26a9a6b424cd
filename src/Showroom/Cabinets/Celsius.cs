using System.Globalization;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>How a temperature is written: <c>4.5</c>.</summary>
internal static class Celsius
{
    public static string Of(long? tenths) => tenths is { } value ? (value / 10m).ToString("0.0", CultureInfo.InvariantCulture) : Format.Missing;
}
