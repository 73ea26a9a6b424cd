using MediatR;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.IssueGoods;

internal sealed class IssueGoodsWhenHandedOut(ShowroomDb db, IMediator mediator) : Reaction<IssueStock, ShowroomDb>(db)
{
    protected override Task React(IssueStock message, CancellationToken cancellationToken) => mediator.Send(new IssueGoodsCommand(message.ReservationId), cancellationToken);
}
