using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.FulfilOrder;

internal sealed class FulfilOrderEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/orders/{id:guid}/fulfilment", Handle).ToHolders(OrderingPermissions.Fulfil).WithSummary("Pack, ship or hand over an order");

    private static async Task<Ok<FulfilledOrder>> Handle(Guid id, FulfilmentWish wish, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new FulfilOrderCommand(id, wish.Step, wish.Carrier, wish.TrackingNumber, wish.PickUpCode), cancellationToken));
}

/// <summary>Body of a fulfilment step.</summary>
internal sealed record FulfilmentWish(FulfilmentStep Step, string? Carrier = null, string? TrackingNumber = null, string? PickUpCode = null);
