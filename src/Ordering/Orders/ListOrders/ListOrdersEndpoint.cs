using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.ListOrders;

internal sealed class ListOrdersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/ordering/orders", Handle).ToHolders(OrderingPermissions.ReadOrders).WithSummary("Your orders, newest first");

    private static async Task<Ok<OrderPage>> Handle(OrderState? state, string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListOrdersQuery(state is { } one ? [one] : null, cursor), cancellationToken));
}
