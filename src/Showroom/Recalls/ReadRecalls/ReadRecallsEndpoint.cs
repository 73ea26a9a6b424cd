using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Recalls.ReadRecalls;

internal sealed class ReadRecallsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/recalls", List).WithSummary("Recalled batches").ToHolders(ShowroomPermissions.ReadStock);
        api.MapGet("/api/showroom/recalls/{id:guid}", Read).WithSummary("Where goods of a recalled batch stand and who got them").ToHolders(ShowroomPermissions.ReadStock);
    }

    private static async Task<Ok<RecallsPageOf>> List(IMediator mediator, CancellationToken cancellationToken, int page = 1) => TypedResults.Ok(await mediator.Send(new ReadRecallsQuery(page), cancellationToken));

    private static async Task<Ok<RecallFile>> Read(Guid id, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ReadRecallQuery(id), cancellationToken));
}
