using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Ledger.ReadStock;

/// <summary>What stands where.</summary>
internal sealed record ReadStockQuery(Guid? SkuId, Guid? LocationId, int Page = 1, int PageSize = 500) : IQuery<StockPageOf>;

/// <summary>A bounded part of the balances at real places, by place and SKU.</summary>
internal sealed record StockPageOf(IReadOnlyList<StockAtPlace> Items, int Total, int Page, int PageSize);

/// <summary>Pieces of one SKU at one place.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="LocationId">The place.</param>
/// <param name="Location">Its Chinese name.</param>
/// <param name="OnHand">Pieces there; below zero when the counter sold more than the books knew of.</param>
/// <param name="Reserved">Set aside for orders.</param>
/// <param name="Safety">Kept back from online orders.</param>
/// <param name="Available">On hand less reserved less safety, never negative.</param>
internal sealed record StockAtPlace(Guid SkuId, Guid LocationId, string Location, long OnHand, long Reserved, long Safety, long Available);

internal sealed class ReadStockValidator : AbstractValidator<ReadStockQuery>
{
    public ReadStockValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 1000);
    }
}

internal sealed class ReadStockHandler(ShowroomDb db) : IRequestHandler<ReadStockQuery, StockPageOf>
{
    public async Task<StockPageOf> Handle(ReadStockQuery request, CancellationToken cancellationToken)
    {
        var rows = from balance in db.Balances.AsNoTracking()
                   join place in db.Locations on balance.LocationId equals place.Id
                   where place.Kind == LocationKind.Warehouse || place.Kind == LocationKind.Showroom || place.Kind == LocationKind.Cabinet
                       || place.Kind == LocationKind.SubCentre || place.Kind == LocationKind.Transit
                   select new { balance, place.Code, place.Name };
        if (request.SkuId is { } skuId) rows = rows.Where(x => x.balance.SkuId == skuId);
        if (request.LocationId is { } locationId) rows = rows.Where(x => x.balance.LocationId == locationId);

        var total = await rows.CountAsync(cancellationToken);
        var items = await rows.OrderBy(x => x.Code).ThenBy(x => x.balance.SkuId).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        return new([.. items.Select(x => new StockAtPlace(
            x.balance.SkuId, x.balance.LocationId, x.Name, x.balance.OnHand, x.balance.Reserved, x.balance.Safety, Math.Max(0, x.balance.Free)))], total, request.Page, request.PageSize);
    }
}
