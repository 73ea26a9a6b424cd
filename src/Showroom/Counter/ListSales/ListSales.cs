using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.ListSales;

/// <summary>The counter sales of a business day, newest first.</summary>
internal sealed record ListSalesQuery(DateOnly? Day, int Page = 1) : IQuery<SalesOfDay>;

/// <summary>A page of them, and the sums of the whole day.</summary>
internal sealed record SalesOfDay(DateOnly Day, IReadOnlyList<SaleInList> Sales, int Count, long TotalFen, int Page, bool HasMore);

/// <summary>One sale.</summary>
/// <param name="Tasks">Kinds of what the manager has to look into.</param>
internal sealed record SaleInList(Guid Id, string Number, DateTime SoldAt, string Cashier, long Pieces, long TotalFen, IReadOnlyList<string> Tasks);

internal sealed class ListSalesValidator : AbstractValidator<ListSalesQuery>
{
    public ListSalesValidator() => RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
}

internal sealed class ListSalesHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ListSalesQuery, SalesOfDay>
{
    private const int PageSize = 50;

    public async Task<SalesOfDay> Handle(ListSalesQuery request, CancellationToken cancellationToken)
    {
        var day = request.Day ?? clock.Today();
        var ofDay = db.Sales.AsNoTracking().Where(x => x.Day == day);
        var (count, total) = (await ofDay.CountAsync(cancellationToken), await ofDay.SumAsync(x => x.TotalFen, cancellationToken));
        var sales = await ofDay.OrderByDescending(x => x.RecordedAt).ThenByDescending(x => x.Number).Skip((request.Page - 1) * PageSize).Take(PageSize)
            .Select(x => new { x.Id, x.Number, x.SoldAt, x.Cashier, Pieces = x.Lines.Sum(l => l.Quantity), x.TotalFen, Tasks = x.Tasks.Select(t => t.Kind).ToList() })
            .AsSplitQuery().ToListAsync(cancellationToken);
        return new(day, [.. sales.Select(x => new SaleInList(x.Id, x.Number, x.SoldAt, x.Cashier, x.Pieces, x.TotalFen, [.. x.Tasks.Distinct()]))], count, total, request.Page,
            count > request.Page * PageSize);
    }
}
