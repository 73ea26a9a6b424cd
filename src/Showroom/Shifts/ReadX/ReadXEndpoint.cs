using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Shifts.ReadX;

internal sealed class ReadXEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/shifts/{id:guid}/x", Read)
        .WithSummary("A shift as it stands now; what the drawer must hold is for managers alone until it was counted").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<XReport>> Read(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadXQuery(id), cancellationToken));
}
