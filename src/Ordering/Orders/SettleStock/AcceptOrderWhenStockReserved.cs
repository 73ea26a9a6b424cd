using MediatR;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

/// <summary>Under a crowd the answers come many at a time; so do the orders' commits.</summary>
internal sealed class AcceptOrderWhenStockReserved(OrderingDb db, Gathering<StockReserved> gathering, IMediator mediator) : GatheredReaction<StockReserved, OrderingDb>(db, gathering)
{
    protected override async Task React(IReadOnlyList<StockReserved> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages) await mediator.Send(new SettleStockCommand(message.ReservationId, StockAnswer.Reserved), cancellationToken);
    }
}
