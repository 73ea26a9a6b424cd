using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Stocktakes.RecordCounts;

internal sealed class RecordCountsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/stocktakes/{id:guid}/counts", Count)
        .WithSummary("Writes down what was counted just now").ToHolders(ShowroomPermissions.CountStock).RequireIdempotencyKey();

    private static async Task<Ok<CountResult>> Count(Guid id, Counts body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RecordCountsCommand(id, body.Lines), cancellationToken));

    private sealed record Counts(IReadOnlyList<CountedPieces> Lines);
}
