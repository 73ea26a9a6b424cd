using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Rfqs.OrderAward;

internal sealed class OrderAwardEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/rfqs/{id:guid}/orders", Order)
        .WithSummary("Order what a cooperative won, at the quoted prices").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();

    private static async Task<Created<OrderOfAward>> Order(Guid id, AwardToOrder body, IMediator mediator, CancellationToken cancellationToken)
    {
        var order = await mediator.Send(new OrderAwardCommand(id, body.SupplierId, body.WantedOn, body.To), cancellationToken);
        return TypedResults.Created($"/api/procurement/purchases/{order.Number}", order);
    }

    private sealed record AwardToOrder(Guid SupplierId, DateOnly WantedOn, Destination To);
}
