using MediatR;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

internal sealed class RefuseOrderWhenStockRefused(OrderingDb db, IMediator mediator) : Reaction<StockRefused, OrderingDb>(db)
{
    protected override Task React(StockRefused message, CancellationToken cancellationToken) =>
        mediator.Send(new SettleStockCommand(message.ReservationId, StockAnswer.Refused, message.Shortages), cancellationToken);
}
