using System.Globalization;
using System.Text;

namespace ZhongFu.Ordering.Orders.ListOrders;

/// <summary>Where a page of orders ended; opaque to callers.</summary>
internal static class OrderCursor
{
    public static string Write(DateTime at, string number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{at.Ticks}|{number}")).Replace('+', '-').Replace('/', '_');

    /// <summary>The place, or null when the text is no cursor of ours.</summary>
    public static (DateTime At, string Number)? Read(string cursor)
    {
        if (cursor.Length > 80) return null;
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor.Replace('-', '+').Replace('_', '/'), bytes, out var length)) return null;
        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split('|');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999
            ? (new DateTime(ticks, DateTimeKind.Utc), parts[1]) : null;
    }
}
