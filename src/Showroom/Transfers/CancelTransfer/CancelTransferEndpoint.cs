using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Transfers.CancelTransfer;

internal sealed class CancelTransferEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/transfers/{id:guid}/cancel", Cancel)
        .WithSummary("Calls a transfer off before anything moved").ToHolders(ShowroomPermissions.MoveStock).RequireIdempotencyKey();

    private static async Task<NoContent> Cancel(Guid id, CancelReason body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new CancelTransferCommand(id, body.Reason), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record CancelReason(string Reason);
}
