using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class SalesAddUp(ShowroomDb db) : IInvariant
{
    public string Rule => "The lines of every counter sale equal its tenders less the change";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sums = await db.Sales.Select(x => new { x.Number, x.TotalFen, x.ChangeFen, Lines = x.Lines.Sum(l => l.AmountFen), Tenders = x.Tenders.Sum(t => t.AmountFen) })
            .Where(x => x.Lines != x.Tenders - x.ChangeFen || x.Lines != x.TotalFen || x.ChangeFen < 0).ToListAsync(cancellationToken);
        return [.. sums.Select(x => $"Sale {x.Number}: lines {x.Lines}, total {x.TotalFen}, tenders {x.Tenders}, change {x.ChangeFen} fen")];
    }
}
