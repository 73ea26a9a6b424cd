using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Recalls.LiftRecall;

internal sealed class LiftRecallEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/recalls/{id:guid}/lift", Lift)
        .WithSummary("Lets a recalled batch be sold again").ToHolders(ShowroomPermissions.BlockStock).RequireIdempotencyKey();

    private static async Task<NoContent> Lift(Guid id, LiftReason body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LiftRecallCommand(id, body.Reason), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record LiftReason(string Reason);
}
