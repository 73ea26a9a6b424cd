using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Ledger.BrowseStock;

/// <summary>The shelves of a place, as staff look through them; without a place, the showroom.</summary>
internal sealed record BrowseStockQuery(string? Place, string? Text, bool OnlyShort, int Page = 1) : IQuery<ShelvesOfPlace>;

/// <summary>A page of shelves, and the places to choose from.</summary>
internal sealed record ShelvesOfPlace(string Place, IReadOnlyList<PlaceChoice> Places, IReadOnlyList<ShelfRow> Rows, int Total, int Page, bool HasMore);

/// <summary>A place that has shelves.</summary>
internal sealed record PlaceChoice(Guid Id, string Code, string Name, LocationKind Kind);

/// <summary>Pieces of one SKU.</summary>
internal sealed record ShelfRow(Guid SkuId, string Code, string Barcode, string Name, string County, long OnHand, long Reserved, long Safety, long Available);

internal sealed class BrowseStockValidator : AbstractValidator<BrowseStockQuery>
{
    public BrowseStockValidator()
    {
        RuleFor(x => x.Place).MaximumLength(20);
        RuleFor(x => x.Text).MaximumLength(60);
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
    }
}

internal sealed class BrowseStockHandler(ShowroomDb db) : IRequestHandler<BrowseStockQuery, ShelvesOfPlace>
{
    private const int PageSize = 50;

    public async Task<ShelvesOfPlace> Handle(BrowseStockQuery request, CancellationToken cancellationToken)
    {
        var places = await db.WithShelves(cancellationToken);
        var place = places.FirstOrDefault(x => x.Code == request.Place) ?? places.FirstOrDefault(x => x.Kind == LocationKind.Showroom) ?? places.FirstOrDefault();
        if (place is null) return new("", [], [], 0, 1, false);

        var rows = from balance in db.Balances.AsNoTracking()
                   where balance.LocationId == place.Id
                   join item in db.ShelfItems on balance.SkuId equals item.SkuId
                   select new { balance, item };
        if (request.Text?.Trim() is { Length: > 0 } text) rows = rows.Where(x => x.item.ProductName.Contains(text) || x.item.SkuName.Contains(text) || x.item.Code == text || x.item.Barcode == text || x.item.County.Contains(text));
        if (request.OnlyShort) rows = rows.Where(x => x.balance.OnHand - x.balance.Reserved - x.balance.Safety - x.balance.Blocked <= 0);

        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderBy(x => x.item.Code).Skip((request.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new(place.Code, [.. places.Select(x => new PlaceChoice(x.Id, x.Code, x.Name, x.Kind))],
            [.. page.Select(x => new ShelfRow(x.item.SkuId, x.item.Code, x.item.Barcode, x.item.Name, x.item.County, x.balance.OnHand, x.balance.Reserved, x.balance.Safety, Math.Max(0, x.balance.Free)))],
            total, request.Page, total > request.Page * PageSize);
    }
}
