using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments;

/// <summary>Ties money that came by scan to its sale.</summary>
internal static class ScannedMoney
{
    /// <summary>A sale names it as its money: true when it is paid, of this amount, and no other sale had it. The condition is the database's: one sale, whoever asks at once.</summary>
    public static async Task<bool> TakeFor(ShowroomDb db, string? reference, long amountFen, Guid saleId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(reference, out var id)) return false;
        var version = Guid.CreateVersion7();
        return await db.ScanPayments.Where(x => x.Id == id && x.State == ScanPaymentState.Paid && x.AmountFen == amountFen && x.SaleId == null)
            .ExecuteUpdateAsync(x => x.SetProperty(p => p.SaleId, saleId).SetProperty(p => p.Version, version), cancellationToken) == 1;
    }
}
