using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Showcase.CountSales;

/// <summary>Adds pieces to the count of the SKU's product; fewer than nothing are never shown.</summary>
internal sealed record CountSalesCommand(Guid SkuId, long Quantity) : ICommand;

internal sealed class CountSalesHandler(CatalogDb db, Shelf shelf, TimeProvider clock) : IRequestHandler<CountSalesCommand, Unit>
{
    public async Task<Unit> Handle(CountSalesCommand command, CancellationToken cancellationToken)
    {
        var productId = await db.Skus.Where(x => x.Id == command.SkuId).Select(x => x.ProductId).SingleOrDefaultAsync(cancellationToken);
        var now = clock.UtcNow();
        await db.SalesTallies.Where(x => x.ProductId == productId).ExecuteUpdateAsync(
            x => x.SetProperty(t => t.Sold, t => t.Sold + command.Quantity < 0 ? 0 : t.Sold + command.Quantity).SetProperty(t => t.ChangedAt, now), cancellationToken);
        var sold = await db.SalesTallies.Where(x => x.ProductId == productId).Select(x => x.Sold).SingleOrDefaultAsync(cancellationToken);
        db.AfterCommit(() => shelf.ShowSales(productId, sold));
        return Unit.Value;
    }
}
