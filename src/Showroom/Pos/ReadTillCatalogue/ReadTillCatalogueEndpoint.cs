using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Pos.ReadTillCatalogue;

internal sealed class ReadTillCatalogueEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/till/catalogue", Read)
        .WithSummary("Everything a till needs to sell without a link").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Results<Ok<TillCatalogue>, StatusCodeHttpResult>> Read(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var catalogue = await mediator.Send(new ReadTillCatalogueQuery(), cancellationToken);
        var tag = $"\"{catalogue.Version}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Has(tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(catalogue);
    }
}
