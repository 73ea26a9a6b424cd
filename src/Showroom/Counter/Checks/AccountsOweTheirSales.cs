using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.Checks;

internal sealed class AccountsOweTheirSales(ShowroomDb db) : IInvariant
{
    public string Rule => "Every buyer on account owes what its sales put on account, less what was given back";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var owed = await db.Sales.Where(x => x.AccountCode != null).SelectMany(x => x.Tenders, (sale, tender) => new { sale.AccountCode, tender.Kind, Fen = tender.AmountFen - tender.ReturnedFen })
            .Where(x => x.Kind == TenderKind.OnAccount).GroupBy(x => x.AccountCode!).Select(x => new { x.Key, Sum = x.Sum(t => t.Fen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var buyers = await db.AccountBuyers.AsNoTracking().ToListAsync(cancellationToken);
        return [.. buyers.Where(x => x.OwedFen != owed.GetValueOrDefault(x.Code)).Select(x => $"Account {x.Code}: owes {x.OwedFen}, sales say {owed.GetValueOrDefault(x.Code)} fen")];
    }
}
