using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.CountOrders;

/// <summary>How many orders of one's own, or for operators of everybody, stand in each state.</summary>
internal sealed record CountOrdersQuery(bool Everybody = false) : IQuery<IReadOnlyDictionary<OrderState, int>>;

internal sealed class CountOrdersHandler(OrderingDb db, RequestContext context) : IRequestHandler<CountOrdersQuery, IReadOnlyDictionary<OrderState, int>>
{
    public async Task<IReadOnlyDictionary<OrderState, int>> Handle(CountOrdersQuery query, CancellationToken cancellationToken)
    {
        var (mine, all) = (context.Actor.Key, query.Everybody);
        if (all) context.Actor.Demand(OrderingPermissions.ReadOrders, Scope.All);
        return await db.Orders.Where(x => all || x.BuyerKey == mine).GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
    }
}
