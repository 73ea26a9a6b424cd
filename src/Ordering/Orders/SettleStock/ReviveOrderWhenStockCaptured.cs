using MediatR;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

internal sealed class ReviveOrderWhenStockCaptured(OrderingDb db, IMediator mediator) : Reaction<StockCaptured, OrderingDb>(db)
{
    protected override Task React(StockCaptured message, CancellationToken cancellationToken) =>
        mediator.Send(new SettleStockCommand(message.ReservationId, StockAnswer.Captured), cancellationToken);
}
