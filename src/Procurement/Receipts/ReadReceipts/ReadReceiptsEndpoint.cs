using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Receipts.ReadReceipts;

internal sealed class ReadReceiptsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/receipts", (IMediator mediator, CancellationToken cancellationToken, Guid? orderId = null) => Read(mediator, new(orderId), cancellationToken))
            .WithSummary("Receipts of an order, or those that wait for the second person").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/receipts", (Guid orderId, IMediator mediator, CancellationToken cancellationToken) => Read(mediator, new(orderId, AsSupplier: true), cancellationToken))
            .WithSummary("Signed receipts of an order of the cooperative").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<IReadOnlyList<ReceiptFile>>> Read(IMediator mediator, ReadReceiptsQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
