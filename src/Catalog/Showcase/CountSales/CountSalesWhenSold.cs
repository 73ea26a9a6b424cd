using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Catalog.Showcase.CountSales;

internal sealed class CountSalesWhenSold(CatalogDb db, IMediator mediator) : Reaction<CountSold, CatalogDb>(db)
{
    protected override Task React(CountSold message, CancellationToken cancellationToken) => mediator.Send(new CountSalesCommand(message.SkuId, message.Quantity), cancellationToken);
}
