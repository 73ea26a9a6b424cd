using MediatR;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ReleaseGoods;

internal sealed class ReleaseGoodsWhenAsked(ShowroomDb db, IMediator mediator) : Reaction<ReleaseStock, ShowroomDb>(db)
{
    protected override Task React(ReleaseStock message, CancellationToken cancellationToken) =>
        mediator.Send(new ReleaseGoodsCommand(message.ReservationId, message.Reason), cancellationToken);
}
