using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Counter.ResolveTask;

internal sealed class ResolveTaskEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/tasks/{id:guid}/resolution", Resolve)
        .WithSummary("Settles what did not fit, with a note").ToHolders(ShowroomPermissions.Approve);

    private static async Task<NoContent> Resolve(Guid id, TaskNote body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ResolveTaskCommand(id, body.Note), cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record TaskNote(string Note);
}
