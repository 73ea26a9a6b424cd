using MediatR;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

internal sealed class RefundOrderWhenStockLost(OrderingDb db, IMediator mediator) : Reaction<StockCaptureRefused, OrderingDb>(db)
{
    protected override Task React(StockCaptureRefused message, CancellationToken cancellationToken) =>
        mediator.Send(new SettleStockCommand(message.ReservationId, StockAnswer.Lost), cancellationToken);
}
