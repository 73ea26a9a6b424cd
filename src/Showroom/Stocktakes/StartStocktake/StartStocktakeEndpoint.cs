using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Stocktakes.StartStocktake;

internal sealed class StartStocktakeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/stocktakes", Start)
        .WithSummary("Begins to count a place while it works").ToHolders(ShowroomPermissions.CountStock).RequireIdempotencyKey();

    private static async Task<Created<StartedStocktake>> Start(StartStocktakeCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var started = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/api/showroom/stocktakes/{started.Id}", started);
    }
}
