using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Replenishment.ReadProposals;

internal sealed class ReadProposalsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/replenishment", Read)
        .WithSummary("What a place should be brought, with every number it follows from").ToHolders(ShowroomPermissions.ReadStock);

    private static async Task<Ok<ProposalList>> Read(IMediator mediator, CancellationToken cancellationToken, string? place = null) => TypedResults.Ok(await mediator.Send(new ReadProposalsQuery(place), cancellationToken));
}
