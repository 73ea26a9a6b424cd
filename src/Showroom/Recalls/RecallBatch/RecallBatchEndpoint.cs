using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Recalls.RecallBatch;

internal sealed class RecallBatchEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/recalls", Recall)
        .WithSummary("Blocks a batch in every channel at once").ToHolders(ShowroomPermissions.BlockStock).RequireIdempotencyKey();

    private static async Task<Created<StartedRecall>> Recall(RecallBatchCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var recall = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/api/showroom/recalls/{recall.Id}", recall);
    }
}
