using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.EndRfq;

internal sealed class EndRfqEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/procurement/rfqs/{id:guid}/withdrawal", (Guid id, EndReason body, IMediator mediator, CancellationToken cancellationToken) => End(mediator, new(id, false, body.Reason), cancellationToken))
            .WithSummary("Take a request back before its deadline; its quotes are never opened").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();
        api.MapPost("/api/procurement/rfqs/{id:guid}/failure", (Guid id, EndReason body, IMediator mediator, CancellationToken cancellationToken) => End(mediator, new(id, true, body.Reason), cancellationToken))
            .WithSummary("End an opened request without an award").ToHolders(ProcurementPermissions.Request).RequireIdempotencyKey();
    }

    private static async Task<NoContent> End(IMediator mediator, EndRfqCommand command, CancellationToken cancellationToken)
    {
        await mediator.Send(command, cancellationToken);
        return TypedResults.NoContent();
    }

    private sealed record EndReason(string Reason);
}
