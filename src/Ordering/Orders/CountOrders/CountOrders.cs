using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Orders.CountOrders;

/// <summary>How many orders of one's own stand in each state.</summary>
internal sealed record CountOrdersQuery : IQuery<IReadOnlyDictionary<OrderState, int>>;

internal sealed class CountOrdersHandler(OrderingDb db, RequestContext context) : IRequestHandler<CountOrdersQuery, IReadOnlyDictionary<OrderState, int>>
{
    public async Task<IReadOnlyDictionary<OrderState, int>> Handle(CountOrdersQuery query, CancellationToken cancellationToken)
    {
        var mine = context.Actor.Key;
        return await db.Orders.Where(x => x.BuyerKey == mine).GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
    }
}
