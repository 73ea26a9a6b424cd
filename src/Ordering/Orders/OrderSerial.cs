using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders;

/// <summary>Counts the orders of a business day. A number is taken by a conditional update within the order's transaction: never given twice, whatever the clock does.</summary>
internal sealed class OrderSerial
{
    /// <summary>yyyyMMdd, Shanghai.</summary>
    public string Day { get; private init; } = "";

    public long Last { get; private init; }

    /// <summary>The next number: <c>FH</c>, day, six digits.</summary>
    public static async Task<string> Next(OrderingDb db, DateTime now, CancellationToken cancellationToken)
    {
        var day = BusinessTime.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var counted = await db.OrderSerials.Where(x => x.Day == day).ExecuteUpdateAsync(x => x.SetProperty(s => s.Last, s => s.Last + 1), cancellationToken);
        if (counted == 0)
        {
            // First of the day. Should another instance be first too, its insert wins, ours fails, and the caller's retry counts on.
            db.OrderSerials.Add(new OrderSerial { Day = day, Last = 1 });
            return $"FH{day}000001";
        }
        var last = await db.OrderSerials.Where(x => x.Day == day).Select(x => x.Last).SingleAsync(cancellationToken);
        return $"FH{day}{last:000000}";
    }
}
