using MediatR;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ReserveGoods;

internal sealed class ReserveGoodsWhenAsked(ShowroomDb db, IMediator mediator) : Reaction<ReserveStock, ShowroomDb>(db)
{
    protected override Task React(ReserveStock message, CancellationToken cancellationToken) =>
        mediator.Send(new ReserveGoodsCommand(message.ReservationId, message.Lines, message.PreferredLocationId, message.Until), cancellationToken);
}
