using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Purchases.BrowseBulk;

internal sealed class BrowseBulkEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/catalogue", Browse)
        .WithSummary("What units are offered, with price tiers").ToHolders(ProcurementPermissions.Read);

    private static async Task<Ok<BulkSheet>> Browse(IMediator mediator, CancellationToken cancellationToken, string? words = null, string? county = null, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new BrowseBulkQuery(words, county, page), cancellationToken));
}
