using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Purchases.DecidePurchase;

internal sealed class DecidePurchaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/purchases/{id:guid}/decision", Decide)
        .WithSummary("Agree to an order as it was shown, or send it back").ToHolders(ProcurementPermissions.Approve).RequireIdempotencyKey();

    private static async Task<Ok<DecidedPurchase>> Decide(Guid id, Decision body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DecidePurchaseCommand(id, body.Approve, body.ContentHash, body.Note), cancellationToken));

    internal sealed record Decision(bool Approve, string? ContentHash = null, string? Note = null);
}
