using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Catalog.Showcase.UpdateAvailability;

internal sealed class UpdateAvailabilityWhenStockChanges(CatalogDb db, IMediator mediator) : Reaction<ShowAvailability, CatalogDb>(db)
{
    protected override Task React(ShowAvailability message, CancellationToken cancellationToken) =>
        mediator.Send(new UpdateAvailabilityCommand(message.SkuId, message.Available, message.Version), cancellationToken);
}
