using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.DrawPicture;

/// <summary>Illustrations of goods: the address holds a hash of the picture, so it never changes.</summary>
internal sealed class DrawPictureEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/art/{family}/{file}", Draw).ToEveryone().ExcludeFromDescription();

    private static Results<ContentHttpResult, NotFound> Draw(string family, string file, Shelf shelf, HttpContext http)
    {
        if (shelf.Current.Facts.ByPicture.GetValueOrDefault($"/art/{family}/{file}") is not { } product) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Content(Pictures.Draw(product.Product, product.County.Name), "image/svg+xml; charset=utf-8");
    }
}
