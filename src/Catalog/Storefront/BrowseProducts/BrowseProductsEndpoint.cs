using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.BrowseProducts;

internal sealed class BrowseProductsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/catalog/products", Answer).ToEveryone()
        .WithName("BrowseProducts").WithSummary("Products by words, origin, category, certificate, price, season and stock. q, county, category, certificate, band, season, inStock, sort (relevance, price, -price, sales, newest), page, pageSize (1 to 100).")
        .Produces<ProductList>().ProducesValidationProblem();

    private static async Task<IResult> Answer(HttpContext http, IMediator mediator, PreparedAnswers prepared, IStringLocalizer<StorefrontText> text, CancellationToken cancellationToken)
    {
        var question = $"list {CultureInfo.CurrentUICulture.Name} {http.Request.QueryString.Value}";
        if (prepared.Find(question) is { } ready) return ready;
        var list = await mediator.Send(new BrowseProductsQuery(FilterQuery.Read(http.Request.Query, text)), cancellationToken);
        return prepared.Keep(question, list.AsOf, list);
    }
}
