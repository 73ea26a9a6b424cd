using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleShortage;

/// <summary>The counter wins: the order is short of what was sold from under it.</summary>
internal sealed record FallShortCommand(Guid OrderId, Guid SkuId, long Missing, string Cause, DateTime At) : ICommand;

internal sealed class FallShortHandler(OrderingDb db, LiveFeed live) : AsyncRequestHandler<FallShortCommand>
{
    protected override async Task Handle(FallShortCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId || x.TopUps.Any(t => t.Id == command.OrderId), cancellationToken);
        if (order is null) return;
        order.FallShort(command.SkuId, command.Missing, command.Cause, command.At);
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
    }
}

internal sealed class FallShortWhenCounterSold(OrderingDb db, IMediator mediator) : Reaction<StockShorted, OrderingDb>(db)
{
    protected override Task React(StockShorted message, CancellationToken cancellationToken) =>
        mediator.Send(new FallShortCommand(message.ReservationId, message.Shortage.SkuId, message.Shortage.Requested - message.Shortage.Available, message.Cause, message.At), cancellationToken);
}
