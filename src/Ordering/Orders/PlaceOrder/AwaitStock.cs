using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Ordering.Orders.PlaceOrder;

/// <summary>Waits for the stock's answer to an order that was just placed, at most five seconds.</summary>
internal sealed record AwaitStockQuery(Guid OrderId) : IRequest<PlacedOrder>;

/// <summary>The order as the buyer's program sees it.</summary>
/// <param name="State">Reserved, or Placed when the stock has not answered in time.</param>
/// <param name="PayBy">UTC.</param>
internal sealed record PlacedOrder(Guid Id, string Number, OrderState State, long GoodsFen, long FreightFen, long TotalFen, DateTime PayBy);

/// <summary>A line that cannot be had.</summary>
/// <param name="Requested">Pieces asked for, lines of one SKU added up.</param>
/// <param name="Available">Pieces that could be had at that moment.</param>
internal sealed record ShortLine(Guid SkuId, long Requested, long Available);

internal sealed class AwaitStockHandler(IServiceScopeFactory scopes, StockAnswers answers) : IRequestHandler<AwaitStockQuery, PlacedOrder>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(30);

    /// <summary>Another instance may hear the answer: the database is asked now and then as well.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task<PlacedOrder> Handle(AwaitStockQuery query, CancellationToken cancellationToken)
    {
        var answer = answers.Of(query.OrderId);
        try
        {
            // The answer usually comes within milliseconds: one short wait saves a look that would find nothing.
            await Task.WhenAny(answer, Task.Delay(Soon, cancellationToken));
            for (var waited = TimeSpan.Zero; ; waited += Look)
            {
                var (placed, shortage) = await Read(query.OrderId, cancellationToken);
                if (shortage is not null) throw shortage;
                if (placed.State != OrderState.Placed || waited >= Patience) return placed;
                await Task.WhenAny(answer, Task.Delay(Look, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            answers.Forget(query.OrderId);
        }
    }

    private async Task<(PlacedOrder Placed, RuleBroken? Shortage)> Read(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDb>();
        var order = await db.Orders.AsNoTracking().Where(x => x.Id == id)
            .Select(x => new { Placed = new PlacedOrder(x.Id, x.Number, x.State, x.GoodsFen, x.FreightFen, x.TotalFen, x.PayBy), x.CancelReason }).SingleAsync(cancellationToken);
        if (order.Placed.State != OrderState.Cancelled || order.CancelReason != CancelReasons.NoStock) return (order.Placed, null);

        var lines = await db.Set<OrderLine>().AsNoTracking().Where(x => x.OrderId == id).GroupBy(x => x.SkuId)
            .Select(x => new ShortLine(x.Key, x.Sum(l => l.Quantity), x.Sum(l => l.Quantity - l.MissingQuantity))).ToListAsync(cancellationToken);
        return (order.Placed, new RuleBroken("order.no-stock", "At least one line cannot be had in this quantity.", new { order.Placed.Number, lines = lines.Where(x => x.Available < x.Requested) }));
    }
}
