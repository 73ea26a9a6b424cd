using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Statements.Checks;

internal sealed class StatementsAddUp(ProcurementDb db) : IInvariant
{
    public string Rule => "A statement's sums are those of its lines, invoices and payments, and nothing is paid that is not agreed";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var lines = (await db.StatementLines.AsNoTracking().GroupBy(x => new { x.StatementId, x.Standing }).Select(x => new { x.Key.StatementId, x.Key.Standing, Sum = x.Sum(l => l.AmountFen), Paid = x.Sum(l => l.PaidFen) }).ToListAsync(cancellationToken)).ToLookup(x => x.StatementId);
        var payments = (await db.StatementPayments.AsNoTracking().GroupBy(x => new { x.StatementId, x.State }).Select(x => new { x.Key.StatementId, x.Key.State, Sum = x.Sum(p => p.AmountFen) }).ToListAsync(cancellationToken)).ToLookup(x => x.StatementId);
        var invoices = await db.Invoices.AsNoTracking().GroupBy(x => x.StatementId).Select(x => new { x.Key, Sum = x.Sum(i => i.AmountFen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        foreach (var statement in await db.Statements.AsNoTracking().ToListAsync(cancellationToken))
        {
            long Of(LineStanding standing) => lines[statement.Id].Where(x => x.Standing == standing).Sum(x => x.Sum);
            long Money(PaymentState state) => payments[statement.Id].Where(x => x.State == state).Sum(x => x.Sum);
            var expected = (lines[statement.Id].Sum(x => x.Sum), Of(LineStanding.Agreed), Of(LineStanding.Disputed), Money(PaymentState.Proposed), Money(PaymentState.Confirmed), lines[statement.Id].Sum(x => x.Paid), invoices.GetValueOrDefault(statement.Id));
            var actual = (statement.TotalFen, statement.AgreedFen, statement.DisputedFen, statement.ProposedFen, statement.PaidFen, statement.PaidFen, statement.InvoicedFen);
            if (expected != actual) found.Add($"{statement.Number}: says {actual}, lines and payments say {expected}");
            if (statement.PaidFen + statement.ProposedFen > statement.AgreedFen || statement.InvoicedFen > statement.AgreedFen) found.Add($"{statement.Number}: more is paid or invoiced than agreed");
        }
        return found;
    }
}
