using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Losses.ReportLosses;

/// <summary>What was lost in some days, by month, cause and party; and the write-offs themselves, with those that wait for a signature first.</summary>
internal sealed record ReportLossesQuery(DateOnly From, DateOnly Until, string? Place = null, string? Cause = null, int Page = 1, int PageSize = 50) : IQuery<LossReport>;

/// <param name="Sums">Booked losses by month, cause and party.</param>
/// <param name="Items">One page of write-offs: waiting ones whatever their day, then those recorded in these days.</param>
internal sealed record LossReport(IReadOnlyList<LossSum> Sums, IReadOnlyList<LossInList> Items, int Total, int Page, int Pages)
{
    public static LossReport Empty { get; } = new([], [], 0, 1, 1);
}

/// <param name="Month"><c>2026-11</c>.</param>
internal sealed record LossSum(string Month, string Cause, string Party, int Count, long Pieces, long ValueFen);

internal sealed record LossInList(
    Guid Id, string Number, DateOnly Day, string Place, string Cause, string Party, string State, long ValueFen, string Note, DateTime RecordedAt, string RecordedBy, string RecordedByKey,
    DateTime? DecidedAt, string? DecidedBy, string? DecisionNote, string? TransferNumber, IReadOnlyList<LossLine> Lines);

internal sealed record LossLine(string Code, string Name, string Batch, long Quantity, long UnitPriceFen);

internal sealed class ReportLossesValidator : AbstractValidator<ReportLossesQuery>
{
    public ReportLossesValidator()
    {
        RuleFor(x => x.Until).GreaterThanOrEqualTo(x => x.From);
        RuleFor(x => x.Place).MaximumLength(20);
        RuleFor(x => x.Cause).Must(x => x is null || Enum.GetNames<LossCause>().Contains(x)).WithMessage("Not a cause.");
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 5000);
    }
}

internal sealed class ReportLossesHandler(ShowroomDb db) : IRequestHandler<ReportLossesQuery, LossReport>
{
    public async Task<LossReport> Handle(ReportLossesQuery request, CancellationToken cancellationToken)
    {
        var losses = db.WriteOffs.AsNoTracking();
        if (request.Place is { Length: > 0 } code) losses = losses.Where(x => db.Locations.Any(p => p.Code == code && p.Id == x.LocationId));
        if (request.Cause is { } name) { var cause = Enum.Parse<LossCause>(name); losses = losses.Where(x => x.Cause == cause); }

        var sums = await (from loss in losses
                          where loss.State == WriteOffState.Booked && loss.BookedOn >= request.From && loss.BookedOn <= request.Until
                          group loss by new { loss.BookedOn!.Value.Year, loss.BookedOn!.Value.Month, loss.Cause, loss.Party } into same
                          select new { same.Key, Count = same.Count(), Value = same.Sum(x => x.ValueFen) }).ToListAsync(cancellationToken);
        var pieces = await (from loss in losses
                            where loss.State == WriteOffState.Booked && loss.BookedOn >= request.From && loss.BookedOn <= request.Until
                            from line in loss.Lines
                            group line by new { loss.BookedOn!.Value.Year, loss.BookedOn!.Value.Month, loss.Cause, loss.Party } into same
                            select new { same.Key, Pieces = same.Sum(x => x.Quantity) }).ToDictionaryAsync(x => x.Key, x => x.Pieces, cancellationToken);
        var listed = losses.Where(x => x.State == WriteOffState.Waiting || (x.Day >= request.From && x.Day <= request.Until) || (x.BookedOn >= request.From && x.BookedOn <= request.Until));
        var total = await listed.CountAsync(cancellationToken);
        var page = await listed.Include(x => x.Lines).OrderBy(x => x.State == WriteOffState.Waiting ? 0 : 1).ThenByDescending(x => x.RecordedAt).ThenByDescending(x => x.Number)
            .Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).AsSplitQuery().ToListAsync(cancellationToken);
        return new([.. sums.OrderByDescending(x => (x.Key.Year, x.Key.Month)).ThenByDescending(x => x.Value)
                .Select(x => new LossSum($"{x.Key.Year:0000}-{x.Key.Month:00}", x.Key.Cause.ToString(), x.Key.Party.ToString(), x.Count, pieces.GetValueOrDefault(x.Key), x.Value))],
            await Rows(page, cancellationToken), total, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }

    private async Task<IReadOnlyList<LossInList>> Rows(IReadOnlyList<WriteOff> page, CancellationToken cancellationToken)
    {
        var skus = page.SelectMany(x => x.Lines).Select(x => x.SkuId).Distinct().ToList();
        var items = await db.ShelfItems.AsNoTracking().Where(x => skus.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var ids = page.Select(x => x.LocationId).Distinct().ToList();
        var places = await db.Locations.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return [.. page.Select(x => new LossInList(x.Id, x.Number, x.Day, places[x.LocationId], x.Cause.ToString(), x.Party.ToString(), x.State.ToString(), x.ValueFen, x.Note, x.RecordedAt, x.RecordedBy, x.RecordedByKey,
            x.DecidedAt, x.DecidedBy, x.DecisionNote, x.TransferNumber, [.. x.Lines.OrderBy(l => l.Line).Select(l => new LossLine(items[l.SkuId].Code, items[l.SkuId].Name, l.Batch, l.Quantity, l.UnitPriceFen))]))];
    }
}
