using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Batches.MarkDownBatch;

internal sealed class MarkDownBatchEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/markdowns", MarkDown)
        .WithSummary("Marks a batch near its expiry day down at the counter").ToHolders(ShowroomPermissions.Approve).RequireIdempotencyKey();

    private static async Task<NoContent> MarkDown(MarkDownBatchCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(command, cancellationToken);
        return TypedResults.NoContent();
    }
}
