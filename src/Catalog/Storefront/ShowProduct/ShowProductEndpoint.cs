using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.ShowProduct;

internal sealed class ShowProductEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/catalog/products/{id}", Answer).ToEveryone()
        .WithName("ShowProduct").WithSummary("One product with its specifications, origin, certificates and batches.")
        .Produces<ProductDetail>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The id comes as text: what is no id is as unknown as an id nobody has.</summary>
    private static async Task<IResult> Answer(string id, IMediator mediator, PreparedAnswers prepared, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var productId)) throw new NotFound("The product");
        var question = $"product {CultureInfo.CurrentUICulture.Name} {productId}";
        if (prepared.Find(question) is { } ready) return ready;
        var detail = await mediator.Send(new ShowProductQuery(productId), cancellationToken) ?? throw new NotFound("The product");
        return prepared.Keep(question, detail.AsOf, Shaped(detail, json.Value.SerializerOptions));
    }

    /// <summary>The same members as an item of the list, and the rest under <c>detail</c>: a program reads both alike.</summary>
    private static JsonObject Shaped(ProductDetail detail, JsonSerializerOptions options)
    {
        var item = JsonSerializer.SerializeToNode(detail.Product, options)!.AsObject();
        var more = JsonSerializer.SerializeToNode(detail, options)!.AsObject();
        more.Remove("product");
        item["detail"] = more;
        return item;
    }
}
