using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Budgets.ReadBudgets;

/// <summary>The budgets of the unit whose hat is on, newest year first, and the movements of one of them.</summary>
/// <param name="Year">Whose movements; null: the newest.</param>
/// <param name="Page">Page of movements, from 1.</param>
internal sealed record ReadBudgetsQuery(int? Year = null, int Page = 1) : IQuery<BudgetSheet>;

/// <summary>Budgets and one page of movements, newest first.</summary>
internal sealed record BudgetSheet(IReadOnlyList<BudgetFigures> Budgets, int? Year, IReadOnlyList<BudgetMovement> Entries, int Page, int Pages)
{
    public static BudgetSheet Empty { get; } = new([], null, [], 1, 1);
}

/// <summary>A year's figures, fen; the alarm is 80, 90, 100 or null.</summary>
internal sealed record BudgetFigures(int Year, long AmountFen, long ReservedFen, long CommittedFen, long ConsumedFen, long AvailableFen, int UsedPercent, int? Alert);

/// <summary>One movement.</summary>
internal sealed record BudgetMovement(DateTime At, string Move, long AmountFen, string Paper, string Actor);

internal sealed class ReadBudgetsValidator : AbstractValidator<ReadBudgetsQuery>
{
    public ReadBudgetsValidator() => RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
}

internal sealed class ReadBudgetsHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ReadBudgetsQuery, BudgetSheet>
{
    private const int PageSize = 50;

    public async Task<BudgetSheet> Handle(ReadBudgetsQuery query, CancellationToken cancellationToken)
    {
        var buyer = request.Actor.Organisation(ProcurementPermissions.Read);
        var budgets = await db.Budgets.AsNoTracking().Where(x => x.BuyerId == buyer).OrderByDescending(x => x.Year).ToListAsync(cancellationToken);
        var shown = budgets.Find(x => x.Year == query.Year) ?? budgets.FirstOrDefault();
        var figures = budgets.Select(x => new BudgetFigures(x.Year, x.AmountFen, x.ReservedFen, x.CommittedFen, x.ConsumedFen, x.AvailableFen, x.UsedPercent, x.Alert)).ToList();
        if (shown is null) return new BudgetSheet(figures, null, [], 1, 1);
        var entries = db.BudgetEntries.AsNoTracking().Where(x => x.BudgetId == shown.Id);
        var total = await entries.CountAsync(cancellationToken);
        var page = await entries.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Skip((query.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new BudgetSheet(figures, shown.Year, [.. page.Select(x => new BudgetMovement(x.At, x.Move.ToString(), x.AmountFen, x.Paper, x.Actor))], query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }
}
