using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.AwardRfq;

internal sealed class AwardRfqEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/rfqs/{id:guid}/award", Award)
        .WithSummary("Give the lines of an opened request to quotes").ToHolders(ProcurementPermissions.Approve).RequireIdempotencyKey();

    private static async Task<Ok<RfqAwardResult>> Award(Guid id, AwardRequest body, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new AwardRfqCommand(id, body.Lines), cancellationToken));

    private sealed record AwardRequest(IReadOnlyList<LineAward> Lines);
}
