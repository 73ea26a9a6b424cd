using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Losses.DecideLoss;

internal sealed class DecideLossEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/losses/{id:guid}/decision", Decide)
        .WithSummary("Somebody else signs a write-off or refuses it").ToHolders(ShowroomPermissions.Approve).RequireIdempotencyKey();

    private static async Task<NoContent> Decide(Guid id, Decision body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DecideLossCommand(id, body.Approve, body.Note), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record Decision(bool Approve, string? Note = null);
}
