using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Budgets;

/// <summary>The one place that moves budgets, within the transaction of the command. Every step is an update with its condition and an entry.</summary>
/// <param name="db">The module's database.</param>
/// <param name="actor">Who does it.</param>
/// <param name="now">When, UTC.</param>
internal sealed class BudgetBook(ProcurementDb db, Actor actor, DateTime now)
{
    /// <summary>Sets money aside for a submitted order.</summary>
    /// <exception cref="RuleBroken"><c>budget.none</c>: no budget for the year. <c>budget.exceeded</c>: not enough is available.</exception>
    public async Task Reserve(Guid buyerId, int year, long amountFen, BudgetSubject subject, CancellationToken cancellationToken)
    {
        var budget = await Find(buyerId, year, cancellationToken);
        await Move(budget, BudgetMove.Reserved, amountFen, subject, x => x.AmountFen - x.ReservedFen - x.CommittedFen - x.ConsumedFen >= amountFen,
            x => x.SetProperty(b => b.ReservedFen, b => b.ReservedFen + amountFen), cancellationToken);
    }

    /// <summary>Gives back what was reserved: refused, withdrawn or changed.</summary>
    public async Task Release(Guid buyerId, int year, long amountFen, BudgetSubject subject, CancellationToken cancellationToken) =>
        await Move(await Find(buyerId, year, cancellationToken), BudgetMove.Released, amountFen, subject, x => x.ReservedFen >= amountFen,
            x => x.SetProperty(b => b.ReservedFen, b => b.ReservedFen - amountFen), cancellationToken);

    /// <summary>The order is approved.</summary>
    public async Task Commit(Guid buyerId, int year, long amountFen, BudgetSubject subject, CancellationToken cancellationToken) =>
        await Move(await Find(buyerId, year, cancellationToken), BudgetMove.Committed, amountFen, subject, x => x.ReservedFen >= amountFen,
            x => x.SetProperty(b => b.ReservedFen, b => b.ReservedFen - amountFen).SetProperty(b => b.CommittedFen, b => b.CommittedFen + amountFen), cancellationToken);

    /// <summary>What was committed is not needed any more.</summary>
    public async Task Free(Guid buyerId, int year, long amountFen, BudgetSubject subject, CancellationToken cancellationToken) =>
        await Move(await Find(buyerId, year, cancellationToken), BudgetMove.Freed, amountFen, subject, x => x.CommittedFen >= amountFen,
            x => x.SetProperty(b => b.CommittedFen, b => b.CommittedFen - amountFen), cancellationToken);

    /// <summary>Goods are accepted: what was committed for them is consumed, what weighs more than was ordered comes from what is free.</summary>
    /// <exception cref="RuleBroken"><c>budget.exceeded</c>: not enough is free for the extra weight.</exception>
    public async Task Consume(Guid buyerId, int year, long committedFen, long extraFen, BudgetSubject subject, CancellationToken cancellationToken)
    {
        var budget = await Find(buyerId, year, cancellationToken);
        await Move(budget, BudgetMove.Consumed, committedFen, subject, x => x.CommittedFen >= committedFen,
            x => x.SetProperty(b => b.CommittedFen, b => b.CommittedFen - committedFen).SetProperty(b => b.ConsumedFen, b => b.ConsumedFen + committedFen), cancellationToken);
        await Move(budget, BudgetMove.Topped, extraFen, subject, x => x.AmountFen - x.ReservedFen - x.CommittedFen - x.ConsumedFen >= extraFen,
            x => x.SetProperty(b => b.ConsumedFen, b => b.ConsumedFen + extraFen), cancellationToken);
    }

    /// <summary>A credit note gives money back that was consumed.</summary>
    public async Task Credit(Guid buyerId, int year, long amountFen, BudgetSubject subject, CancellationToken cancellationToken) =>
        await Move(await Find(buyerId, year, cancellationToken), BudgetMove.Credited, amountFen, subject, x => x.ConsumedFen >= amountFen,
            x => x.SetProperty(b => b.ConsumedFen, b => b.ConsumedFen - amountFen), cancellationToken);

    /// <summary>Raises the budget of a year, or lowers it down to what is used.</summary>
    /// <exception cref="RuleBroken"><c>budget.in-use</c>: more than what is left would be taken away.</exception>
    public async Task Grant(Guid buyerId, int year, long changeFen, BudgetSubject subject, CancellationToken cancellationToken)
    {
        var budget = await db.Budgets.AsNoTracking().FirstOrDefaultAsync(x => x.BuyerId == buyerId && x.Year == year, cancellationToken);
        if (budget is null)
        {
            budget = new Budget(buyerId, year);
            db.Add(budget);
            await db.SaveChangesAsync(cancellationToken); // two at once: one fails on the key, runs again and finds it
        }
        var raised = await db.Budgets.Where(x => x.Id == budget.Id && x.AmountFen + changeFen >= x.ReservedFen + x.CommittedFen + x.ConsumedFen)
            .ExecuteUpdateAsync(x => x.SetProperty(b => b.AmountFen, b => b.AmountFen + changeFen), cancellationToken);
        if (raised == 0) throw new RuleBroken("budget.in-use", "More is reserved, committed or consumed than would be left.");
        Enter(budget.Id, BudgetMove.Granted, changeFen, subject);
    }

    private async Task<Budget> Find(Guid buyerId, int year, CancellationToken cancellationToken) =>
        await db.Budgets.AsNoTracking().FirstOrDefaultAsync(x => x.BuyerId == buyerId && x.Year == year, cancellationToken)
            ?? throw new RuleBroken("budget.none", "The unit has no budget for this year.", new { year });

    private async Task Move(Budget budget, BudgetMove move, long amountFen, BudgetSubject subject, Expression<Func<Budget, bool>> allows, Action<UpdateSettersBuilder<Budget>> change, CancellationToken cancellationToken)
    {
        if (amountFen < 0) throw new ArgumentOutOfRangeException(nameof(amountFen));
        if (amountFen == 0) return;
        if (await db.Budgets.Where(x => x.Id == budget.Id).Where(allows).ExecuteUpdateAsync(change, cancellationToken) == 0)
        {
            var left = await db.Budgets.AsNoTracking().SingleAsync(x => x.Id == budget.Id, cancellationToken);
            throw new RuleBroken("budget.exceeded", "The budget does not allow this.", new { availableFen = left.AvailableFen, neededFen = amountFen });
        }
        Enter(budget.Id, move, amountFen, subject);
    }

    private void Enter(Guid budgetId, BudgetMove move, long amountFen, BudgetSubject subject) =>
        db.Add(new BudgetEntry(budgetId, move, amountFen, subject.Id, subject.Step, subject.Paper, actor.Name, now));
}

/// <summary>The paper behind a movement.</summary>
/// <param name="Id">The order, receipt or grant.</param>
/// <param name="Paper">Its number.</param>
/// <param name="Step">Which of its steps; each is taken once.</param>
internal readonly record struct BudgetSubject(Guid Id, string Paper, string Step);
