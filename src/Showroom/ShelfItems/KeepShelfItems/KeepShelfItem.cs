using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ShelfItems.KeepShelfItems;

/// <summary>Takes over what the catalogue says a SKU is and costs.</summary>
internal sealed record KeepShelfItemCommand(SkuOffer Offer, DateTime At) : ICommand;

internal sealed class KeepShelfItemHandler(ShowroomDb db) : IRequestHandler<KeepShelfItemCommand, Unit>
{
    public async Task<Unit> Handle(KeepShelfItemCommand request, CancellationToken cancellationToken)
    {
        var item = ShelfItem.Of(request.Offer, request.At);
        var updated = await db.ShelfItems.Where(x => x.SkuId == item.SkuId && x.At <= item.At).ExecuteUpdateAsync(x => x
            .SetProperty(i => i.Code, item.Code).SetProperty(i => i.Barcode, item.Barcode)
            .SetProperty(i => i.ProductName, item.ProductName).SetProperty(i => i.SkuName, item.SkuName).SetProperty(i => i.ProductNumber, item.ProductNumber)
            .SetProperty(i => i.CountyCode, item.CountyCode).SetProperty(i => i.County, item.County)
            .SetProperty(i => i.CooperativeId, item.CooperativeId).SetProperty(i => i.Cooperative, item.Cooperative)
            .SetProperty(i => i.NetWeightGrams, item.NetWeightGrams).SetProperty(i => i.Sound, item.Sound)
            .SetProperty(i => i.PriceFen, item.PriceFen).SetProperty(i => i.IsOnSale, item.IsOnSale).SetProperty(i => i.At, item.At), cancellationToken);
        if (updated == 0 && !await db.ShelfItems.AnyAsync(x => x.SkuId == item.SkuId, cancellationToken)) db.Add(item);
        return Unit.Value;
    }
}
