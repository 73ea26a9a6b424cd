using MediatR;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ReserveGoods;

/// <summary>All buyers who wait at that moment are served in one transaction: a SKU that everybody wants takes its turn once for all of them.</summary>
internal sealed class ReserveGoodsWhenAsked(ShowroomDb db, Gathering<ReserveStock> gathering, IMediator mediator) : GatheredReaction<ReserveStock, ShowroomDb>(db, gathering)
{
    protected override Task React(IReadOnlyList<ReserveStock> messages, CancellationToken cancellationToken) =>
        mediator.Send(new ReserveGoodsCommand([.. messages.Select(x => new WantedGoods(x.ReservationId, x.Lines, x.PreferredLocationId, x.Until))]), cancellationToken);
}
