using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Purchases.CancelPurchase;

internal sealed class CancelPurchaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/purchases/{id:guid}/cancel", Cancel)
        .WithSummary("Cancel an order before anything was sent").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();

    private static async Task<NoContent> Cancel(Guid id, Cancellation body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new CancelPurchaseCommand(id, body.Reason), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record Cancellation(string Reason);
}
