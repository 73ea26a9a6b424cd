using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ShelfItems.KeepShelfItems;

/// <summary>A SKU that is off sale stays known: what lies on the shelf can still be sold by mistake, returned and reprinted.</summary>
internal sealed class MarkOffSaleWhenDelisted(ShowroomDb db) : Reaction<SkuDelisted, ShowroomDb>(db)
{
    private readonly ShowroomDb db = db;

    protected override Task React(SkuDelisted message, CancellationToken cancellationToken) =>
        db.ShelfItems.Where(x => x.SkuId == message.SkuId && x.At <= message.At)
            .ExecuteUpdateAsync(x => x.SetProperty(i => i.IsOnSale, false).SetProperty(i => i.At, message.At), cancellationToken);
}
