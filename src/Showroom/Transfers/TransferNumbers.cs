using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Transfers;

internal static class TransferNumbers
{
    /// <summary>The next number of the day. Two that count at once meet at the unique number; the loser counts again.</summary>
    public static async Task<string> NextTransferNumber(this ShowroomDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var serial = await db.Transfers.CountAsync(x => x.Day == day, cancellationToken) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"DB{day:yyyyMMdd}-{serial:000}");
    }
}
