using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Replenishment.RefreshProposals;

internal sealed class RefreshProposalsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/replenishment/refresh", Refresh)
        .WithSummary("Works out anew what every place should be brought").ToHolders(ShowroomPermissions.MoveStock);

    private static async Task<Ok<RefreshedProposals>> Refresh(IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new RefreshProposalsCommand(), cancellationToken));
}
