using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Purchases;

/// <summary>Counts the papers of one kind on a business day. A number is taken by a conditional update within the paper's transaction: never given twice, whatever the clock does.</summary>
internal sealed class PaperSerial
{
    /// <summary>Two letters: <c>CG</c> 采购单, <c>SH</c> 送货单, <c>YS</c> 验收单, <c>DZ</c> 对账单, <c>XJ</c> 询价单.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>yyyyMMdd, Shanghai.</summary>
    public string Day { get; private init; } = "";

    public long Last { get; private init; }

    /// <summary>The next number: kind, day, four digits or more.</summary>
    public static async Task<string> Next(ProcurementDb db, string kind, DateTime now, CancellationToken cancellationToken) => (await Next(db, kind, 1, now, cancellationToken))[0];

    /// <summary>The next numbers, in a row.</summary>
    public static async Task<IReadOnlyList<string>> Next(ProcurementDb db, string kind, int count, DateTime now, CancellationToken cancellationToken)
    {
        var day = BusinessTime.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var counted = await db.PaperSerials.Where(x => x.Kind == kind && x.Day == day).ExecuteUpdateAsync(x => x.SetProperty(s => s.Last, s => s.Last + count), cancellationToken);
        if (counted == 0)
        {
            // First of the day. Should another be first too, its insert wins, ours fails, and the command runs again and counts on. Saved at once: everybody
            // takes the serial's row before any other one, so that nobody waits crosswise.
            db.PaperSerials.Add(new PaperSerial { Kind = kind, Day = day, Last = count });
            await db.SaveChangesAsync(cancellationToken);
        }
        var last = counted == 0 ? count : await db.PaperSerials.Where(x => x.Kind == kind && x.Day == day).Select(x => x.Last).SingleAsync(cancellationToken);
        return [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{kind}{day}{last - count + 1 + i:0000}"))];
    }
}
