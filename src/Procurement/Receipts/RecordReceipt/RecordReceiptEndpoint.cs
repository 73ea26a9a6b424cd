using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Receipts.RecordReceipt;

internal sealed class RecordReceiptEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/receipts", Record)
        .WithSummary("Accept and reject what was delivered; a second person signs").ToHolders(ProcurementPermissions.Receive).RequireIdempotencyKey();

    private static async Task<Created<RecordedReceipt>> Record(RecordReceiptCommand body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/procurement/receipts", await mediator.Send(body, cancellationToken));
}
