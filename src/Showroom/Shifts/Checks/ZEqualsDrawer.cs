using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.Checks;

internal sealed class ZEqualsDrawer(ShowroomDb db) : IInvariant
{
    public string Rule => "Every Z report equals the entries and cash movements of its shift, and every closed shift has one";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var entries = (await db.DrawerEntries.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.ShiftId);
        var reports = await db.ZReports.AsNoTracking().Include(x => x.Tenders).ToDictionaryAsync(x => x.ShiftId, cancellationToken);
        var found = new List<string>();
        foreach (var shift in await db.Shifts.AsNoTracking().Include(x => x.Movements).ToListAsync(cancellationToken))
        {
            var report = reports.GetValueOrDefault(shift.Id);
            if (shift.State == ShiftState.Closed != (report is not null)) found.Add($"Shift {shift.Id} is {shift.State}, its Z report is {report?.Number ?? "missing"}");
            if (report is null) continue;
            var x = DrawerFigures.Of(shift, [.. entries[shift.Id]]);
            var same = (x.FloatFen, x.SalesCount, x.SalesFen, x.ReturnsFen, x.VoidsFen, x.CashInFen, x.CashOutFen, x.ExpectedFen)
                == (report.FloatFen, report.SalesCount, report.SalesFen, report.ReturnsFen, report.VoidsFen, report.CashInFen, report.CashOutFen, report.ExpectedFen);
            var tenders = x.Tenders.OrderBy(t => t.Kind).SequenceEqual(report.Tenders.OrderBy(t => t.Kind).Select(t => new TenderFigures(t.Kind, t.TakenFen, t.ReturnedFen)));
            if (!same || !tenders || report.DifferenceFen != report.CountedFen - report.ExpectedFen) found.Add($"{report.Number}: drawer expects {x.ExpectedFen}, report says {report.ExpectedFen} fen");
        }
        return found;
    }
}
