using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.CancelOrder;

/// <summary>The buyer wants the order no more.</summary>
internal sealed record CancelOrderCommand(Guid OrderId) : ICommand<CancelledOrder>;

/// <summary>The order now.</summary>
internal sealed record CancelledOrder(Guid Id, string Number, OrderState State);

internal sealed class CancelOrderHandler(OrderingDb db, RequestContext context, LiveFeed live, TimeProvider clock) : IRequestHandler<CancelOrderCommand, CancelledOrder>
{
    public async Task<CancelledOrder> Handle(CancelOrderCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId && x.BuyerKey == context.Actor.Key, cancellationToken) ?? throw new NotFound("The order");
        order.CancelByBuyer(clock.UtcNow());
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
        return new CancelledOrder(order.Id, order.Number, order.State);
    }
}
