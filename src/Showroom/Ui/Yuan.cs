using System.Globalization;

namespace ZhongFu.Showroom.Ui;

/// <summary>Fen as people read them.</summary>
internal static class Yuan
{
    /// <summary><c>1263000</c> becomes <c>¥12,630.00</c>.</summary>
    public static string Of(long fen) => (fen < 0 ? "-¥" : "¥") + Plain(Math.Abs(fen));

    /// <summary>Without the sign of the currency, for receipts.</summary>
    public static string Plain(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100:#,0}.{Math.Abs(fen % 100):00}");
}
