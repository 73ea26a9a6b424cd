using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Stocktakes.SubmitStocktake;

internal sealed class SubmitStocktakeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/stocktakes/{id:guid}/submission", Submit)
        .WithSummary("Ends the counting").ToHolders(ShowroomPermissions.CountStock).RequireIdempotencyKey();

    private static async Task<NoContent> Submit(Guid id, Submission body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new SubmitStocktakeCommand(id, body.LeaveUncounted), cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record Submission(bool LeaveUncounted = false);
}
