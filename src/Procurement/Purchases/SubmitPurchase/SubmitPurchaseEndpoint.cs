using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Purchases.SubmitPurchase;

internal sealed class SubmitPurchaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/purchases", Submit)
        .WithSummary("Order in bulk: one order for each supplier, within the budget").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();

    private static async Task<Created<SubmittedPurchase>> Submit(SubmitPurchaseCommand body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/procurement/purchases", await mediator.Send(body, cancellationToken));
}
