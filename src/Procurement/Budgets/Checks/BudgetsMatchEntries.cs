using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Budgets.Checks;

internal sealed class BudgetsMatchEntries(ProcurementDb db) : IInvariant
{
    public string Rule => "Every budget's balances are the sums of its entries, none is negative and none is overspent";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sums = (await db.BudgetEntries.AsNoTracking().GroupBy(x => new { x.BudgetId, x.Move }).Select(x => new { x.Key.BudgetId, x.Key.Move, Sum = x.Sum(e => e.AmountFen) }).ToListAsync(cancellationToken)).ToLookup(x => x.BudgetId);
        var found = new List<string>();
        foreach (var budget in await db.Budgets.AsNoTracking().ToListAsync(cancellationToken))
        {
            long Of(BudgetMove move) => sums[budget.Id].Where(x => x.Move == move).Sum(x => x.Sum);
            var expected = (Amount: Of(BudgetMove.Granted), Reserved: Of(BudgetMove.Reserved) - Of(BudgetMove.Released) - Of(BudgetMove.Committed),
                Committed: Of(BudgetMove.Committed) - Of(BudgetMove.Freed) - Of(BudgetMove.Consumed), Consumed: Of(BudgetMove.Consumed) + Of(BudgetMove.Topped) - Of(BudgetMove.Credited));
            var actual = (budget.AmountFen, budget.ReservedFen, budget.CommittedFen, budget.ConsumedFen);
            if (expected != actual) found.Add($"Budget {budget.Year} of {budget.BuyerId}: balances {actual}, entries {expected}");
            if (budget.AvailableFen < 0 || Math.Min(budget.ReservedFen, Math.Min(budget.CommittedFen, budget.ConsumedFen)) < 0) found.Add($"Budget {budget.Year} of {budget.BuyerId} is overspent or negative: {actual}");
        }
        return found;
    }
}
