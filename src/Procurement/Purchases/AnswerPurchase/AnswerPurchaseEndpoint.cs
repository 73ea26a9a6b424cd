using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Purchases.AnswerPurchase;

internal sealed class AnswerPurchaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/supply/orders/{id:guid}/answer", Answer)
        .WithSummary("Confirm an approved order, or decline it with a reason").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();

    private static async Task<NoContent> Answer(Guid id, SupplierAnswer body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AnswerPurchaseCommand(id, body.Confirm, body.Reason), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record SupplierAnswer(bool Confirm, string? Reason = null);
}
