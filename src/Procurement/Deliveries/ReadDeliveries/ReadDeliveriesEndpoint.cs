using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Deliveries.ReadDeliveries;

internal sealed class ReadDeliveriesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/deliveries", (IMediator mediator, CancellationToken cancellationToken, Guid? orderId = null, string? code = null) => Read(mediator, new(orderId, code), cancellationToken))
            .WithSummary("Deliveries on the way, of an order, or by the code on the note").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/deliveries", (IMediator mediator, CancellationToken cancellationToken, Guid? orderId = null, string? code = null) => Read(mediator, new(orderId, code, AsSupplier: true), cancellationToken))
            .WithSummary("The cooperative's deliveries").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<IReadOnlyList<DeliveryFile>>> Read(IMediator mediator, ReadDeliveriesQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
