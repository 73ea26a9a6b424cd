using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ShelfItems.KeepShelfItems;

internal sealed class KeepShelfItemWhenListed(ShowroomDb db, IMediator mediator) : Reaction<SkuListed, ShowroomDb>(db)
{
    protected override Task React(SkuListed message, CancellationToken cancellationToken) =>
        mediator.Send(new KeepShelfItemCommand(message.Offer, message.At), cancellationToken);
}
