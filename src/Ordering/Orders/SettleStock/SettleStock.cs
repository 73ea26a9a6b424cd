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
        var order = await db.Orders.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == command.OrderId, cancellationToken);
        if (order is null) return; // a reservation of somebody else: the messages are facts for all
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
        db.AfterCommit(() =>
        {
            answers.Came(order.Id);
            live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order));
        });
    }
}
