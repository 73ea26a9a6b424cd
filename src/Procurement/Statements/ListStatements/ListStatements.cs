using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Statements.ListStatements;

/// <summary>Statements of the unit and those below, or of the cooperative; newest month first.</summary>
/// <param name="AsSupplier">Asked by the cooperative.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListStatementsQuery(bool AsSupplier = false, int Page = 1) : IQuery<StatementPageOf>;

/// <summary>One page of statements and what is owed over all of them by age.</summary>
internal sealed record StatementPageOf(IReadOnlyList<StatementInList> Items, StatementAges Ages, int Page, int Pages)
{
    public static StatementPageOf Empty { get; } = new([], new StatementAges(0, 0, 0, 0), 1, 1);
}

/// <summary>A statement in a list, fen.</summary>
internal sealed record StatementInList(Guid Id, string Number, string Month, string Buyer, string Supplier, long TotalFen, long AgreedFen, long DisputedFen, long PaidFen, long PayableFen, long InvoicedFen);

/// <summary>What is accepted and not paid (账龄), fen: not due, overdue up to 30 days, up to 60, longer.</summary>
internal sealed record StatementAges(long NotDueFen, long Overdue30Fen, long Overdue60Fen, long LongerFen);

internal sealed class ListStatementsValidator : AbstractValidator<ListStatementsQuery>
{
    public ListStatementsValidator() => RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
}

internal sealed class ListStatementsHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ListStatementsQuery, StatementPageOf>
{
    private const int PageSize = 30;

    public async Task<StatementPageOf> Handle(ListStatementsQuery query, CancellationToken cancellationToken)
    {
        var visible = Visible(query);
        var total = await visible.CountAsync(cancellationToken);
        var rows = await (from x in visible.OrderByDescending(x => x.Month).ThenByDescending(x => x.Number).Skip((query.Page - 1) * PageSize).Take(PageSize)
                          join buyer in db.Organisations on x.BuyerId equals buyer.Id
                          join supplier in db.Organisations on x.SupplierId equals supplier.Id
                          orderby x.Month descending, x.Number descending
                          select new { Statement = x, Buyer = buyer.Name, Supplier = supplier.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return new StatementPageOf([.. rows.Select(x => new StatementInList(x.Statement.Id, x.Statement.Number, x.Statement.Month, x.Buyer, x.Supplier, x.Statement.TotalFen, x.Statement.AgreedFen, x.Statement.DisputedFen, x.Statement.PaidFen,
            x.Statement.PayableFen, x.Statement.InvoicedFen))], await Ages(visible, cancellationToken), query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    private async Task<StatementAges> Ages(IQueryable<Statement> visible, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var (month, two) = (today.AddDays(-30), today.AddDays(-60));
        var owed = await (from line in db.StatementLines
                          where visible.Any(x => x.Id == line.StatementId)
                          group line by line.DueOn >= today ? 0 : line.DueOn >= month ? 1 : line.DueOn >= two ? 2 : 3 into age
                          select new { age.Key, Sum = age.Sum(x => x.AmountFen - x.PaidFen) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        return new StatementAges(owed.GetValueOrDefault(0), owed.GetValueOrDefault(1), owed.GetValueOrDefault(2), owed.GetValueOrDefault(3));
    }

    private IQueryable<Statement> Visible(ListStatementsQuery query)
    {
        if (query.AsSupplier)
        {
            var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
            return db.Statements.Where(x => x.SupplierId == supplier);
        }
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        return db.Statements.Where(x => within.Contains(x.BuyerId));
    }
}
