using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Deliveries.ShipGoods;

internal sealed class ShipGoodsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/supply/orders/{id:guid}/deliveries", Ship)
        .WithSummary("Send goods of a confirmed order: makes the delivery note").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();

    private static async Task<Created<ShippedDelivery>> Ship(Guid id, Shipment body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/procurement/supply/deliveries", await mediator.Send(new ShipGoodsCommand(id, body.Lines, body.Vehicle, body.Driver), cancellationToken));

    internal sealed record Shipment(IReadOnlyList<ShippedGoods> Lines, string? Vehicle = null, string? Driver = null);
}
