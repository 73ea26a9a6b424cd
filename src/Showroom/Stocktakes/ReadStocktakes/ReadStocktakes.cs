using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Stocktakes.ReadStocktakes;

/// <summary>Stocktakes, newest first.</summary>
internal sealed record ListStocktakesQuery(int Page = 1) : IQuery<StocktakeList>;

/// <summary>A page of them.</summary>
internal sealed record StocktakeList(IReadOnlyList<StocktakeInList> Items, int Total, int Page, int Pages);

/// <summary>One of them.</summary>
internal sealed record StocktakeInList(Guid Id, string Number, string Place, string State, int Lines, int Counted, DateTime StartedAt, string StartedBy);

/// <summary>One stocktake with its lines.</summary>
internal sealed record ReadStocktakeQuery(Guid Id) : IQuery<StocktakeSheet>;

/// <summary>A stocktake. While people count, and for those who may not judge, it says nothing of what is expected.</summary>
/// <param name="DifferenceFen">Value of all differences; null where they are not shown.</param>
/// <param name="IsMine">The reader has counted: somebody else judges.</param>
internal sealed record StocktakeSheet(
    Guid Id, string Number, string Place, string State, DateTime StartedAt, string StartedBy, DateTime? SubmittedAt, string? SubmittedBy, DateTime? EndedAt, string? EndedBy, string? Note,
    long? DifferenceFen, bool IsMine, IReadOnlyList<StocktakeSheetLine> Lines);

/// <summary>One line.</summary>
/// <param name="Expected">Pieces by the books when it was counted; null where it is not shown.</param>
/// <param name="Difference">Counted less expected; null where it is not shown.</param>
/// <param name="DifferenceFen">Its value, below zero when goods are missing; null where it is not shown.</param>
/// <param name="Recount">Another person must count it again.</param>
/// <param name="Mine">The reader's is the count that stands.</param>
internal sealed record StocktakeSheetLine(
    Guid SkuId, string Code, string Barcode, string Name, string Batch, long? Counted, string? CountedBy, DateTime? CountedAt, long? Expected, long? Difference, long? DifferenceFen, bool Recount, bool Mine);

internal sealed class ListStocktakesValidator : AbstractValidator<ListStocktakesQuery>
{
    public ListStocktakesValidator() => RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
}

internal sealed class ReadStocktakesHandler(ShowroomDb db, RequestContext context) : IRequestHandler<ListStocktakesQuery, StocktakeList>, IRequestHandler<ReadStocktakeQuery, StocktakeSheet>
{
    private const int PageSize = 30;

    public async Task<StocktakeList> Handle(ListStocktakesQuery request, CancellationToken cancellationToken)
    {
        var total = await db.Stocktakes.CountAsync(cancellationToken);
        var rows = await db.Stocktakes.AsNoTracking().OrderByDescending(x => x.StartedAt).ThenByDescending(x => x.Id).Skip((request.Page - 1) * PageSize).Take(PageSize)
            .Join(db.Locations, x => x.LocationId, x => x.Id, (x, place) => new { x.Id, x.Number, place.Name, x.State, Lines = x.Lines.Count, Counted = x.Lines.Count(l => l.Counted != null), x.StartedAt, x.StartedBy })
            .ToListAsync(cancellationToken);
        var items = rows.OrderByDescending(x => x.StartedAt).ThenByDescending(x => x.Id).Select(x => new StocktakeInList(x.Id, x.Number, x.Name, x.State.ToString(), x.Lines, x.Counted, x.StartedAt, x.StartedBy));
        return new([.. items], total, request.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    public async Task<StocktakeSheet> Handle(ReadStocktakeQuery request, CancellationToken cancellationToken)
    {
        var stocktake = await db.Stocktakes.AsNoTracking().Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == request.Id, cancellationToken) ?? throw new NotFound("The stocktake");
        var place = await db.Locations.AsNoTracking().FirstAsync(x => x.Id == stocktake.LocationId, cancellationToken);
        var ids = stocktake.Lines.Select(x => x.SkuId).Distinct().ToList();
        var goods = await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var open = stocktake.State != StocktakeState.Counting && context.Actor.Can(ShowroomPermissions.ApproveCounts);
        var me = context.Actor.Key;
        var lines = stocktake.Lines.Select(x => (Line: x, Item: goods[x.SkuId])).OrderBy(x => x.Item.Code, StringComparer.Ordinal).ThenBy(x => x.Line.Batch, StringComparer.Ordinal)
            .Select(x => new StocktakeSheetLine(x.Line.SkuId, x.Item.Code, x.Item.Barcode, x.Item.Name, x.Line.Batch, x.Line.Counted, x.Line.CountedBy, x.Line.CountedAt,
                open ? x.Line.Snapshot + x.Line.Moved : null, open && x.Line.Counted is not null ? x.Line.Difference : null,
                open && x.Line.Counted is not null ? x.Line.Difference * x.Line.PriceFen : null, x.Line.NeedsRecount, x.Line.CountedByKey == me));
        return new(stocktake.Id, stocktake.Number, $"{place.Code} {place.Name}", stocktake.State.ToString(), stocktake.StartedAt, stocktake.StartedBy, stocktake.SubmittedAt, stocktake.SubmittedBy,
            stocktake.EndedAt, stocktake.EndedBy, stocktake.Note, open ? stocktake.DifferenceFen : null, stocktake.SubmittedByKey == me || stocktake.Lines.Any(x => x.WasCountedBy(me)), [.. lines]);
    }
}
