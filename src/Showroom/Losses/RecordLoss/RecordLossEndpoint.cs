using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Losses.RecordLoss;

internal sealed class RecordLossEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/losses", Record)
        .WithSummary("Writes goods off; above a value somebody else has to sign").ToHolders(ShowroomPermissions.MoveStock).RequireIdempotencyKey();

    private static async Task<Created<RecordedLoss>> Record(RecordLossCommand command, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await mediator.Send(command, cancellationToken));
}
