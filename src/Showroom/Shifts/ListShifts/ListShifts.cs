using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.ListShifts;

/// <summary>The shift reports of some business days, newest first.</summary>
internal sealed record ListShiftsQuery(DateOnly From, DateOnly Until, int Page = 1, int PageSize = 50) : IQuery<ShiftReports>;

/// <summary>A page of them, and the sums of all.</summary>
internal sealed record ShiftReports(IReadOnlyList<ReportInList> Items, int Total, long NetFen, long DifferenceFen, int Page, int Pages);

/// <summary>One report.</summary>
internal sealed record ReportInList(
    string Number, DateOnly Day, int Terminal, string Kind, string Cashier, DateTime OpenedAt, DateTime ClosedAt, int SalesCount, long SalesFen, long ReturnsFen, long VoidsFen,
    long ExpectedFen, long CountedFen, long DifferenceFen, string? Reason, string? TakenBy);

internal sealed class ListShiftsValidator : AbstractValidator<ListShiftsQuery>
{
    public ListShiftsValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 5000);
    }
}

internal sealed class ListShiftsHandler(ShowroomDb db) : IRequestHandler<ListShiftsQuery, ShiftReports>
{
    public async Task<ShiftReports> Handle(ListShiftsQuery request, CancellationToken cancellationToken)
    {
        var reports = db.ZReports.AsNoTracking().Where(x => x.Day >= request.From && x.Day <= request.Until);
        var total = await reports.CountAsync(cancellationToken);
        var (net, difference) = (await reports.SumAsync(x => x.SalesFen - x.ReturnsFen - x.VoidsFen, cancellationToken), await reports.SumAsync(x => x.DifferenceFen, cancellationToken));
        var rows = await reports.Join(db.Shifts, z => z.ShiftId, s => s.Id, (z, s) => new { z, s }).OrderByDescending(x => x.z.ClosedAt).ThenBy(x => x.z.Number)
            .Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        return new([.. rows.Select(x => new ReportInList(x.z.Number, x.z.Day, x.s.Terminal, x.s.Kind.ToString(), x.s.Cashier, x.s.OpenedAt, x.z.ClosedAt, x.z.SalesCount, x.z.SalesFen, x.z.ReturnsFen, x.z.VoidsFen,
            x.z.ExpectedFen, x.z.CountedFen, x.z.DifferenceFen, x.z.Reason, x.z.TakenBy))], total, net, difference, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }
}
