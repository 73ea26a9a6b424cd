using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Cabinets.Checks;

internal sealed class CabinetSalesMoved(ShowroomDb db) : IInvariant
{
    public string Rule => "Every sale of a cabinet left that cabinet in the number that was sold, corrections came back, and nothing moved without one";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var moved = await db.Movements.Where(x => x.Cause == MovementCause.CabinetSale).GroupBy(x => new { x.SubjectId, x.SkuId, x.FromId })
            .Select(x => new { x.Key.SubjectId, x.Key.SkuId, Place = x.Key.FromId, Sum = x.Sum(m => m.Quantity) }).ToDictionaryAsync(x => (x.SubjectId, x.SkuId, x.Place), x => x.Sum, cancellationToken);
        var sales = await db.CabinetSales.AsNoTracking().ToListAsync(cancellationToken);
        var sold = sales.Where(x => x.SkuId is not null).ToDictionary(x => (x.Id, x.SkuId!.Value, x.CabinetId), x => x.Quantity);
        var found = sold.Keys.Union(moved.Keys).Where(key => sold.GetValueOrDefault(key) != moved.GetValueOrDefault(key))
            .Select(key => $"Cabinet sale {key.Item1}: sold {sold.GetValueOrDefault(key)}, moved {moved.GetValueOrDefault(key)}").ToList();

        var corrections = await db.CabinetCorrections.AsNoTracking().ToListAsync(cancellationToken);
        var right = corrections.GroupBy(x => x.SaleId).ToDictionary(x => x.Key, x => (Quantity: x.Sum(c => c.Quantity), Fen: x.Sum(c => c.RefundFen)));
        foreach (var sale in sales.Where(x => right.GetValueOrDefault(x.Id) != (x.CorrectedQuantity, x.CorrectedFen) || x.CorrectedQuantity > x.Quantity || x.CorrectedFen > x.AmountFen))
            found.Add($"Cabinet sale {sale.Id}: counts {sale.CorrectedQuantity} pieces, {sale.CorrectedFen} fen set right, corrections say {right.GetValueOrDefault(sale.Id)}");

        var known = sales.Where(x => x.SkuId is not null).Select(x => x.Id).ToHashSet();
        var back = await db.Movements.Where(x => x.Cause == MovementCause.CabinetCorrection).GroupBy(x => x.SubjectId).Select(x => new { x.Key, Sum = x.Sum(m => m.Quantity) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var due = corrections.ToDictionary(x => x.Id, x => known.Contains(x.SaleId) ? x.Quantity : 0);
        found.AddRange(due.Keys.Union(back.Keys).Where(id => due.GetValueOrDefault(id) != back.GetValueOrDefault(id)).Select(id => $"Correction {id}: {due.GetValueOrDefault(id)} pieces, moved {back.GetValueOrDefault(id)}"));
        return found;
    }
}
