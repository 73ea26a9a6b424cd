using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Ordering.Orders.PlaceOrder;

internal sealed class PlaceOrderEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/ordering/orders", Handle).ToHolders(OrderingPermissions.Buy).RequireIdempotencyKey().WithSummary("Place an order; answers when the goods are set aside");

    private static async Task<Created<PlacedOrder>> Handle(OrderWish wish, IMediator mediator, CancellationToken cancellationToken)
    {
        var id = await mediator.Send(new PlaceOrderCommand(wish.Lines, wish.Delivery, wish.Note), cancellationToken);
        var placed = await mediator.Send(new AwaitStockQuery(id), cancellationToken);
        return TypedResults.Created($"/api/ordering/orders/{id}", placed);
    }
}

/// <summary>Body of an order: what and where to; never prices.</summary>
internal sealed record OrderWish(IReadOnlyList<WantedLine> Lines, WantedDelivery Delivery, string? Note = null);
