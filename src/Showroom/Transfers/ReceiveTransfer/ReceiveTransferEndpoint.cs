using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Transfers.ReceiveTransfer;

internal sealed class ReceiveTransferEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/transfers/{id:guid}/receive", Receive)
        .WithSummary("Counts the goods of a transfer in, line by line").ToHolders(ShowroomPermissions.ReceiveStock).RequireIdempotencyKey();

    private static async Task<Ok<CountedTransfer>> Receive(Guid id, CountedLines body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReceiveTransferCommand(id, body.Lines), cancellationToken));

    internal sealed record CountedLines(IReadOnlyList<CountedLine> Lines);
}
