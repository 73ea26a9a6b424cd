using MediatR;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.CaptureGoods;

internal sealed class CaptureGoodsWhenPaid(ShowroomDb db, IMediator mediator) : Reaction<CaptureStock, ShowroomDb>(db)
{
    protected override Task React(CaptureStock message, CancellationToken cancellationToken) =>
        mediator.Send(new CaptureGoodsCommand(message.ReservationId, message.Lines), cancellationToken);
}
