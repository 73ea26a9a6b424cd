using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Transfers.ReadTransfers;

/// <summary>Transfers, newest first: of one state, of one place (by code), or only those with differences that wait.</summary>
internal sealed record ListTransfersQuery(string? State = null, string? Place = null, bool OnlyOpen = false, int Page = 1) : IQuery<TransferList>;

internal sealed record TransferList(IReadOnlyList<TransferInList> Items, int Total, int Page, int Pages);

/// <summary>One transfer of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="State"><c>Requested</c>, <c>Dispatched</c>, <c>Received</c>, <c>Cancelled</c>.</param>
/// <param name="From">Name of the place the goods leave.</param>
/// <param name="To">Name of the place they go to.</param>
/// <param name="Pieces">Pieces sent, or asked for while nothing was sent.</param>
/// <param name="OpenPieces">Pieces too few or too many that wait for a second person.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="RequestedBy">User name.</param>
internal sealed record TransferInList(Guid Id, string Number, string State, string From, string To, long Pieces, long OpenPieces, DateTime RequestedAt, string RequestedBy);

/// <summary>One transfer with all its lines.</summary>
internal sealed record ReadTransferQuery(Guid Id) : IQuery<TransferSheet>;

internal sealed record TransferSheet(
    Guid Id, string Number, string State, string From, string FromAddress, string To, string ToAddress, string? Note, DateTime RequestedAt, string RequestedBy, DateTime? DispatchedAt, string? DispatchedBy,
    DateTime? ReceivedAt, string? ReceivedBy, string? ReceivedByKey, DateTime? CancelledAt, string? CancelledBy, string? CancelReason,
    IReadOnlyList<SheetLine> Lines, IReadOnlyList<SheetGoods> Goods, IReadOnlyList<SheetSettlement> Settlements);

/// <param name="Free">Pieces the sending place can give now.</param>
internal sealed record SheetLine(int Line, Guid SkuId, string Code, string Name, string? Batch, long Quantity, long Free);

internal sealed record SheetGoods(int Line, Guid SkuId, string Code, string Name, string Batch, DateOnly? ExpiresOn, long Sent, long? Counted, string? Cause, long Open);

internal sealed record SheetSettlement(int Line, string Name, string Batch, string Outcome, long Quantity, string Note, string By, DateTime At);

internal sealed class ListTransfersValidator : AbstractValidator<ListTransfersQuery>
{
    public ListTransfersValidator()
    {
        RuleFor(x => x.State).Must(x => x is null || Enum.GetNames<TransferState>().Contains(x)).WithMessage("Not a state.");
        RuleFor(x => x.Place).MaximumLength(20);
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
    }
}

internal sealed class ReadTransfersHandler(ShowroomDb db) : IRequestHandler<ListTransfersQuery, TransferList>, IRequestHandler<ReadTransferQuery, TransferSheet>
{
    private const int PageSize = 50;

    public async Task<TransferList> Handle(ListTransfersQuery request, CancellationToken cancellationToken)
    {
        var orders = db.Transfers.AsNoTracking();
        if (request.State is { } name) { var state = Enum.Parse<TransferState>(name); orders = orders.Where(x => x.State == state); }
        if (request.Place is { Length: > 0 } code) orders = orders.Where(x => db.Locations.Any(p => p.Code == code && (p.Id == x.FromId || p.Id == x.ToId)));
        if (request.OnlyOpen) orders = orders.Where(x => x.Goods.Any(g => g.Counted != null && (g.Counted > g.Sent ? g.Counted - g.Sent : g.Sent - g.Counted) > g.Settled));
        var total = await orders.CountAsync(cancellationToken);
        var page = await orders.OrderByDescending(x => x.RequestedAt).ThenByDescending(x => x.Number).Skip((request.Page - 1) * PageSize).Take(PageSize)
            .Include(x => x.Lines).Include(x => x.Goods).AsSplitQuery().ToListAsync(cancellationToken);
        var ids = page.SelectMany(x => new[] { x.FromId, x.ToId }).Distinct().ToList();
        var places = await db.Locations.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return new([.. page.Select(x => new TransferInList(x.Id, x.Number, x.State.ToString(), places[x.FromId], places[x.ToId], x.Goods.Count > 0 ? x.Goods.Sum(g => g.Sent) : x.Lines.Sum(l => l.Quantity),
            x.Goods.Sum(g => g.Open), x.RequestedAt, x.RequestedBy))], total, request.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    public async Task<TransferSheet> Handle(ReadTransferQuery request, CancellationToken cancellationToken)
    {
        var order = await db.Transfers.AsNoTracking().Include(x => x.Lines).Include(x => x.Goods).Include(x => x.Settlements).AsSplitQuery().FirstOrDefaultAsync(x => x.Id == request.Id, cancellationToken) ?? throw new NotFound("The transfer");
        var (from, to) = (await db.Locations.AsNoTracking().FirstAsync(x => x.Id == order.FromId, cancellationToken), await db.Locations.AsNoTracking().FirstAsync(x => x.Id == order.ToId, cancellationToken));
        var skus = order.Lines.Select(x => x.SkuId).Distinct().ToList();
        var items = await db.ShelfItems.AsNoTracking().Where(x => skus.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var expiry = await db.Batches.AsNoTracking().Where(x => skus.Contains(x.SkuId)).ToDictionaryAsync(x => (x.SkuId, x.Code), x => x.ExpiresOn, cancellationToken);
        var free = order.State == TransferState.Requested ? await Free(order, skus, cancellationToken) : [];
        return new(order.Id, order.Number, order.State.ToString(), from.Name, from.Address ?? "", to.Name, to.Address ?? "", order.Note, order.RequestedAt, order.RequestedBy, order.DispatchedAt, order.DispatchedBy,
            order.ReceivedAt, order.ReceivedBy, order.ReceivedByKey, order.CancelledAt, order.CancelledBy, order.CancelReason,
            [.. order.Lines.OrderBy(x => x.Line).Select(x => new SheetLine(x.Line, x.SkuId, items[x.SkuId].Code, items[x.SkuId].Name, x.Batch, x.Quantity, free.GetValueOrDefault((x.SkuId, x.Batch))))],
            [.. order.Goods.OrderBy(x => x.Line).ThenBy(x => expiry.GetValueOrDefault((x.SkuId, x.Batch)) ?? DateOnly.MaxValue).ThenBy(x => x.Batch, StringComparer.Ordinal)
                .Select(x => new SheetGoods(x.Line, x.SkuId, items[x.SkuId].Code, items[x.SkuId].Name, x.Batch, expiry.GetValueOrDefault((x.SkuId, x.Batch)), x.Sent, x.Counted, x.Cause?.ToString(), x.Open))],
            [.. order.Settlements.OrderBy(x => x.Number).Select(x => new SheetSettlement(x.Line, items[x.SkuId].Name, x.Batch, x.Outcome.ToString(), x.Quantity, x.Note, x.By, x.At))]);
    }

    private async Task<Dictionary<(Guid, string?), long>> Free(TransferOrder order, IReadOnlyList<Guid> skus, CancellationToken cancellationToken)
    {
        var balances = await db.Balances.AsNoTracking().Where(x => x.LocationId == order.FromId && skus.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, cancellationToken);
        var batches = await BatchBook.Read(db, skus, cancellationToken);
        var over = batches.OverButUnmarked.Where(x => x.LocationId == order.FromId).GroupBy(x => x.SkuId).ToDictionary(x => x.Key, x => x.Sum(b => b.Quantity));
        return order.Lines.ToDictionary(x => (x.SkuId, x.Batch), x => x.Batch is { } named ? batches.At(x.SkuId, order.FromId, named)
            : Math.Max(0, balances.GetValueOrDefault(x.SkuId) is { } shelf ? shelf.Free + shelf.Safety - over.GetValueOrDefault(x.SkuId) : 0));
    }
}
