using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.DrawPicture;

/// <summary>Covers of counties: layered hills in the county's colour.</summary>
internal sealed class DrawCoverEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/art/county/{code}.svg", Draw).ToEveryone().ExcludeFromDescription();

    private static Results<ContentHttpResult, NotFound> Draw(string code, Shelf shelf, HttpContext http)
    {
        if (shelf.Current.Facts.Counties.FirstOrDefault(x => x.Code == code) is not { } county) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Content(Illustrations.CountyCover.Svg(county.Hue), "image/svg+xml; charset=utf-8");
    }
}
