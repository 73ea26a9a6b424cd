using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.TrackOrder;

internal sealed class TrackOrderEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/ordering/orders/{id:guid}", Handle).ToHolders(OrderingPermissions.ReadOrders).WithSummary("One order of yours");

    private static async Task<Ok<OrderDetail>> Handle(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new TrackOrderQuery(id), cancellationToken));
}
