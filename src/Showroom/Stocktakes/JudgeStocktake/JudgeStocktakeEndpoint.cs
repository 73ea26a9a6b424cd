using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Stocktakes.JudgeStocktake;

internal sealed class JudgeStocktakeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/stocktakes/{id:guid}/verdict", Judge)
        .WithSummary("Posts the differences, sends the count back or gives it up").ToHolders(ShowroomPermissions.ApproveCounts).RequireIdempotencyKey();

    private static async Task<NoContent> Judge(Guid id, Verdict body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new JudgeStocktakeCommand(id, body.Outcome, body.Note), cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record Verdict(StocktakeVerdict Outcome, string? Note = null);
}
