using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.PublishRfq;

internal sealed class PublishRfqEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/rfqs/{id:guid}/publication", Publish)
        .WithSummary("Ask the invited cooperatives for sealed quotes").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();

    private static async Task<Ok<PublishedRfq>> Publish(Guid id, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new PublishRfqCommand(id), cancellationToken));
}
