using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Transfers.DispatchTransfer;

internal sealed class DispatchTransferEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/transfers/{id:guid}/dispatch", Dispatch)
        .WithSummary("The goods leave, by batch, first expired first").ToHolders(ShowroomPermissions.MoveStock).RequireIdempotencyKey();

    private static async Task<Ok<DispatchedTransfer>> Dispatch(Guid id, SentLines body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DispatchTransferCommand(id, body.Lines), cancellationToken));

    internal sealed record SentLines(IReadOnlyList<SentLine>? Lines);
}
