using MediatR;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

internal sealed class AcceptOrderWhenStockReserved(OrderingDb db, IMediator mediator) : Reaction<StockReserved, OrderingDb>(db)
{
    protected override Task React(StockReserved message, CancellationToken cancellationToken) =>
        mediator.Send(new SettleStockCommand(message.ReservationId, StockAnswer.Reserved), cancellationToken);
}
