using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Purchases.ListPurchases;

internal sealed class ListPurchasesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/purchases", (IMediator mediator, CancellationToken cancellationToken, string? state = null, int page = 1) => List(mediator, new(state, Page: page), cancellationToken))
            .WithSummary("Bulk orders of the unit, or of all below").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/approvals", (IMediator mediator, CancellationToken cancellationToken, int page = 1) => List(mediator, new(ForApproval: true, Page: page), cancellationToken))
            .WithSummary("Orders that wait for this person's approval").ToHolders(ProcurementPermissions.Approve);
        api.MapGet("/api/procurement/supply/orders", (IMediator mediator, CancellationToken cancellationToken, string? state = null, int page = 1) => List(mediator, new(state, AsSupplier: true, Page: page), cancellationToken))
            .WithSummary("Approved orders of the cooperative").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<PurchasePageOf>> List(IMediator mediator, ListPurchasesQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
