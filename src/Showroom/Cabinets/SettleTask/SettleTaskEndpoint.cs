using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Cabinets.SettleTask;

internal sealed class SettleTaskEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/cabinets/tasks/{id:guid}/resolution", Settle)
        .WithSummary("Settles a cabinet's task, with a note").ToHolders(ShowroomPermissions.Approve);

    private static async Task<NoContent> Settle(Guid id, CabinetTaskNote body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new SettleTaskCommand(id, body.Note), cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record CabinetTaskNote(string Note);
}
