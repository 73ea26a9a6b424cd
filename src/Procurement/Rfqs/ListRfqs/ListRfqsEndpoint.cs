using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Rfqs.ListRfqs;

internal sealed class ListRfqsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/procurement/rfqs", (IMediator mediator, CancellationToken cancellationToken, string? state = null, int page = 1) => List(mediator, new(state, Page: page), cancellationToken))
            .WithSummary("Requests for quotes of the unit, or of all below").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/api/procurement/supply/rfqs", (IMediator mediator, CancellationToken cancellationToken, string? state = null, int page = 1) => List(mediator, new(state, AsSupplier: true, Page: page), cancellationToken))
            .WithSummary("Requests the cooperative was invited to").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<Ok<RfqPageOf>> List(IMediator mediator, ListRfqsQuery query, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(query, cancellationToken));
}
