using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class ReturnsAddUp(ShowroomDb db) : IInvariant
{
    public string Rule => "What came back is what was given for it, counted at sale, drawer and ledger alike, and never more than was sold";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var returns = await db.SaleReturns.AsNoTracking().AsSplitQuery().Include(x => x.Lines).Include(x => x.Refunds).ToListAsync(cancellationToken);
        var drawers = (await db.DrawerEntries.AsNoTracking().Where(x => x.Deed != DrawerDeed.Sale).ToListAsync(cancellationToken)).GroupBy(x => x.SubjectId).ToDictionary(x => x.Key, x => -x.Sum(e => e.AmountFen));
        var moved = (await db.Movements.AsNoTracking().Where(x => x.Cause == MovementCause.CounterReturn).ToListAsync(cancellationToken)).GroupBy(x => x.SubjectId).ToDictionary(x => x.Key, x => x.Sum(m => m.Quantity));
        var found = new List<string>();
        foreach (var x in returns)
        {
            var (lines, refunds, drawer) = (x.Lines.Sum(l => l.AmountFen), x.Refunds.Sum(r => r.AmountFen), drawers.GetValueOrDefault(x.Id));
            if (lines != x.TotalFen || refunds != x.TotalFen || drawer != x.TotalFen) found.Add($"Return {x.Number}: lines {lines}, refunds {refunds}, drawer {drawer}, total {x.TotalFen} fen");
            var known = x.Lines.Where(l => l.IsKnown).Sum(l => l.Quantity);
            if (known != moved.GetValueOrDefault(x.Id)) found.Add($"Return {x.Number}: {known} pieces came back, {moved.GetValueOrDefault(x.Id)} moved");
        }
        foreach (var lost in drawers.Keys.Concat(moved.Keys).Distinct().Except(returns.Select(x => x.Id))) found.Add($"Drawer or ledger names return {lost}, which does not exist");
        await CompareSales(returns, found, cancellationToken);
        return found;
    }

    private async Task CompareSales(List<SaleReturn> returns, List<string> found, CancellationToken cancellationToken)
    {
        var lines = returns.Where(x => x.SaleId is not null).SelectMany(x => x.Lines, (x, l) => (Key: (x.SaleId!.Value, l.SaleLine!.Value), l.Quantity, l.AmountFen)).GroupBy(x => x.Key)
            .ToDictionary(x => x.Key, x => (x.Sum(l => l.Quantity), x.Sum(l => l.AmountFen)));
        var counted = await db.Set<SaleLine>().AsNoTracking().Where(x => x.ReturnedQuantity != 0 || x.ReturnedFen != 0).ToListAsync(cancellationToken);
        foreach (var x in counted.Where(x => x.ReturnedQuantity > x.Quantity || x.ReturnedFen > x.AmountFen || lines.GetValueOrDefault((x.SaleId, x.Line)) != (x.ReturnedQuantity, x.ReturnedFen)))
            found.Add($"Sale {x.SaleId} line {x.Line}: counts {x.ReturnedQuantity} pieces, {x.ReturnedFen} fen returned of {x.Quantity}, {x.AmountFen}");
        foreach (var key in lines.Keys.Except(counted.Select(x => (x.SaleId, x.Line)))) found.Add($"Sale {key.Item1} line {key.Item2}: returned, but counts nothing");

        var refunds = returns.Where(x => x.SaleId is not null).SelectMany(x => x.Refunds, (x, r) => (Key: (x.SaleId!.Value, r.TenderLine!.Value), r.AmountFen)).GroupBy(x => x.Key).ToDictionary(x => x.Key, x => x.Sum(r => r.AmountFen));
        foreach (var x in await db.Set<Tender>().AsNoTracking().Where(x => x.ReturnedFen != 0).ToListAsync(cancellationToken))
            if (x.ReturnedFen > x.AmountFen || refunds.GetValueOrDefault((x.SaleId, x.Line)) != x.ReturnedFen) found.Add($"Sale {x.SaleId} tender {x.Line}: counts {x.ReturnedFen} fen returned of {x.AmountFen}");
    }
}
