using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Cabinets.Checks;

/// <summary>Compared where the rows are: only what is wrong is read.</summary>
internal sealed class CabinetSalesMoved(ShowroomDb db) : IInvariant
{
    public string Rule => "Every sale of a cabinet left that cabinet in the number that was sold, corrections came back, and nothing moved without one";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sales = from sale in db.CabinetSales
                    where sale.SkuId != null
                    let moved = db.Movements.Where(x => x.SubjectId == sale.Id && x.Cause == MovementCause.CabinetSale && x.SkuId == sale.SkuId && x.FromId == sale.CabinetId).Sum(x => x.Quantity)
                    where moved != sale.Quantity
                    select $"Cabinet sale {sale.Id}: sold {sale.Quantity}, moved {moved}";
        var stray = from movement in db.Movements
                    where movement.Cause == MovementCause.CabinetSale && !db.CabinetSales.Any(x => x.Id == movement.SubjectId && x.SkuId == movement.SkuId && x.CabinetId == movement.FromId)
                    select $"Movement {movement.Key}: no sale of that cabinet and SKU";
        var right = from sale in db.CabinetSales
                    let quantity = db.CabinetCorrections.Where(x => x.SaleId == sale.Id).Sum(x => x.Quantity)
                    let fen = db.CabinetCorrections.Where(x => x.SaleId == sale.Id).Sum(x => x.RefundFen)
                    where quantity != sale.CorrectedQuantity || fen != sale.CorrectedFen || sale.CorrectedQuantity > sale.Quantity || sale.CorrectedFen > sale.AmountFen
                    select $"Cabinet sale {sale.Id}: counts {sale.CorrectedQuantity} pieces, {sale.CorrectedFen} fen set right, corrections say {quantity}, {fen}";
        var back = from correction in db.CabinetCorrections
                   let due = db.CabinetSales.Any(x => x.Id == correction.SaleId && x.SkuId != null) ? correction.Quantity : 0
                   let moved = db.Movements.Where(x => x.SubjectId == correction.Id && x.Cause == MovementCause.CabinetCorrection).Sum(x => x.Quantity)
                   where moved != due
                   select $"Correction {correction.Id}: {due} pieces, moved {moved}";
        var strayBack = from movement in db.Movements
                        where movement.Cause == MovementCause.CabinetCorrection && !db.CabinetCorrections.Any(x => x.Id == movement.SubjectId)
                        select $"Movement {movement.Key}: no correction";
        var found = new List<string>();
        foreach (var wrong in new[] { sales, stray, right, back, strayBack }) found.AddRange(await wrong.ToListAsync(cancellationToken));
        return found;
    }
}
