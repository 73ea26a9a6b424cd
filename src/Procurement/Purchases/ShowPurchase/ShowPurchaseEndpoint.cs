using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Purchases.ShowPurchase;

internal sealed class ShowPurchaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/purchases/{number}", (string number, IMediator mediator, CancellationToken cancellationToken) => Show(mediator, new(number), cancellationToken))
            .WithSummary("One bulk order").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/orders/{number}", (string number, IMediator mediator, CancellationToken cancellationToken) => Show(mediator, new(number, AsSupplier: true), cancellationToken))
            .WithSummary("One approved order of the cooperative").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<PurchaseFile>> Show(IMediator mediator, ShowPurchaseQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
