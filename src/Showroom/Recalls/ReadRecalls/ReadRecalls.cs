using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Recalls.ReadRecalls;

/// <summary>The recalls, those that hold first, then the newest.</summary>
internal sealed record ReadRecallsQuery(int Page = 1) : IQuery<RecallsPageOf>;

internal sealed record RecallsPageOf(IReadOnlyList<RecallRow> Items, int Total, int Page, int PageSize);

/// <summary>A recall and how many pieces still stand on shelves.</summary>
internal sealed record RecallRow(Guid Id, string BatchCode, string Reason, DateTime StartedAt, string StartedBy, DateTime? LiftedAt, string? LiftedBy, string? LiftReason, long Standing);

/// <summary>One recall with all that is known of its goods.</summary>
internal sealed record ReadRecallQuery(Guid Id) : IQuery<RecallFile>;

/// <param name="Recall">The recall.</param>
/// <param name="Shelves">Where goods of the batch stand.</param>
/// <param name="Sales">Counter sales that took goods of it, newest first, at most 200.</param>
/// <param name="Orders">Online orders, by reservation, that were handed goods of it, newest first, at most 200.</param>
internal sealed record RecallFile(RecallRow Recall, IReadOnlyList<RecalledShelf> Shelves, IReadOnlyList<RecalledSale> Sales, IReadOnlyList<RecalledOrder> Orders);

internal sealed record RecalledShelf(string Place, string Name, string Code, long OnHand);

internal sealed record RecalledSale(Guid SaleId, string Number, DateTime SoldAt, long Quantity);

internal sealed record RecalledOrder(Guid ReservationId, DateTime At, long Quantity);

internal sealed class ReadRecallsValidator : AbstractValidator<ReadRecallsQuery>
{
    public ReadRecallsValidator() => RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
}

internal sealed class ReadRecallsHandler(ShowroomDb db) : IRequestHandler<ReadRecallsQuery, RecallsPageOf>, IRequestHandler<ReadRecallQuery, RecallFile>
{
    private const int PageSize = 50;

    public async Task<RecallsPageOf> Handle(ReadRecallsQuery request, CancellationToken cancellationToken) => new(
        await Rows(db.Recalls.OrderBy(x => x.LiftedAt == null ? 0 : 1).ThenByDescending(x => x.StartedAt).Skip((request.Page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken),
        await db.Recalls.CountAsync(cancellationToken), request.Page, PageSize);

    public async Task<RecallFile> Handle(ReadRecallQuery request, CancellationToken cancellationToken)
    {
        var recall = await Rows(db.Recalls.Where(x => x.Id == request.Id)).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The recall");
        var shelves = await (from balance in db.BatchBalances
                             where balance.Batch == recall.BatchCode && balance.OnHand != 0
                             join place in db.Locations on balance.LocationId equals place.Id
                             join item in db.ShelfItems on balance.SkuId equals item.SkuId
                             orderby place.Code, item.Code
                             select new { place, item, balance.OnHand }).AsNoTracking().ToListAsync(cancellationToken);
        var sales = await (from movement in db.Movements
                           where movement.Batch == recall.BatchCode && movement.Cause == MovementCause.CounterSale
                           join sale in db.Sales on movement.SubjectId equals sale.Id
                           group movement by new { sale.Id, sale.Number, sale.SoldAt } into sold
                           orderby sold.Key.SoldAt descending, sold.Key.Number descending
                           select new { sold.Key.Id, sold.Key.Number, sold.Key.SoldAt, Quantity = sold.Sum(x => x.Quantity) }).Take(200).ToListAsync(cancellationToken);
        var orders = await db.Movements.Where(x => x.Batch == recall.BatchCode && x.Cause == MovementCause.Issue).GroupBy(x => new { x.SubjectId, x.At })
            .Select(x => new { x.Key.SubjectId, x.Key.At, Quantity = x.Sum(m => m.Quantity) }).OrderByDescending(x => x.At).Take(200).ToListAsync(cancellationToken);
        return new(recall, [.. shelves.Select(x => new RecalledShelf(x.place.Name, x.item.Name, x.item.Code, x.OnHand))],
            [.. sales.Select(x => new RecalledSale(x.Id, x.Number, x.SoldAt, x.Quantity))], [.. orders.Select(x => new RecalledOrder(x.SubjectId, x.At, x.Quantity))]);
    }

    private IQueryable<RecallRow> Rows(IQueryable<Recall> recalls) => recalls.AsNoTracking().Select(x => new RecallRow(
        x.Id, x.BatchCode, x.Reason, x.StartedAt, x.StartedBy, x.LiftedAt, x.LiftedBy, x.LiftReason, db.BatchBalances.Where(b => b.Batch == x.BatchCode).Sum(b => b.OnHand)));
}
