using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Transfers.ReadTransfers;

internal sealed class ReadTransfersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/transfers", List).WithSummary("Transfers, newest first").ToHolders(ShowroomPermissions.ReadStock);
        api.MapGet("/api/showroom/transfers/{id:guid}", Read).WithSummary("One transfer with its lines, batches, counts and settlements").ToHolders(ShowroomPermissions.ReadStock);
    }

    private static async Task<Ok<TransferList>> List(IMediator mediator, CancellationToken cancellationToken, string? state = null, string? place = null, bool open = false, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new ListTransfersQuery(string.IsNullOrEmpty(state) ? null : state, place, open, page), cancellationToken));

    private static async Task<Ok<TransferSheet>> Read(Guid id, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ReadTransferQuery(id), cancellationToken));
}
