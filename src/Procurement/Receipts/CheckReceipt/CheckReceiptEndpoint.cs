using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Receipts.CheckReceipt;

internal sealed class CheckReceiptEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/receipts/{id:guid}/check", Check)
        .WithSummary("The second person signs a receipt, or sends it back to the dock").ToHolders(ProcurementPermissions.Receive).RequireIdempotencyKey();

    private static async Task<NoContent> Check(Guid id, SecondLook body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new CheckReceiptCommand(id, body.Sign, body.Reason), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record SecondLook(bool Sign, string? Reason = null);
}
