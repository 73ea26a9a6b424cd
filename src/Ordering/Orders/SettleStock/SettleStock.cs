using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Orders.SettleStock;

/// <summary>The stock has answered an order's request.</summary>
internal sealed record SettleStockCommand(Guid OrderId, StockAnswer Answer, IReadOnlyList<StockShortage>? Shortages = null) : ICommand;

/// <summary>What the stock said.</summary>
internal enum StockAnswer
{
    /// <summary>All lines are set aside.</summary>
    Reserved,

    /// <summary>At least one line cannot be had.</summary>
    Refused,

    /// <summary>The goods are firm.</summary>
    Captured,

    /// <summary>The reservation had expired and the goods are gone.</summary>
    Lost,
}

internal sealed class SettleStockHandler(OrderingDb db, StockAnswers answers, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<SettleStockCommand>
{
    protected override async Task Handle(SettleStockCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId, cancellationToken);
        if (order is null)
        {
            await SettleTopUp(command, cancellationToken);
            return;
        }
        switch (command.Answer)
        {
            case StockAnswer.Reserved:
                order.MarkReserved();
                break;
            case StockAnswer.Refused:
                order.RefuseForStock(command.Shortages ?? [], clock.UtcNow());
                break;
            case StockAnswer.Captured:
                order.StockCaptured(clock.UtcNow());
                break;
            default:
                order.StockLost(clock.UtcNow());
                break;
        }
        Tell(order);
    }

    /// <summary>Missing pieces that were asked for again; or a reservation of somebody else, for the messages are facts for all.</summary>
    private async Task SettleTopUp(SettleStockCommand command, CancellationToken cancellationToken)
    {
        if (await db.Orders.FirstOrDefaultAsync(x => x.TopUps.Any(t => t.Id == command.OrderId), cancellationToken) is not { } order) return;
        if (command.Answer == StockAnswer.Reserved) order.TopUpHeld(command.OrderId);
        else if (command.Answer == StockAnswer.Refused) order.TopUpRefused(command.OrderId);
        else return;
        Tell(order);
    }

    private void Tell(Order order) => db.AfterCommit(() =>
    {
        answers.Came(order.Id);
        live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order));
    });
}
