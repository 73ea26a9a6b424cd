using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Purchases.PriceLines;

internal sealed class PriceLinesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/purchases/prices", Price)
        .WithSummary("Prices pasted lines (code and quantity) as they would be ordered now; changes nothing").ToHolders(ProcurementPermissions.Request);

    private static async Task<Ok<PricedLines>> Price(PastedLines body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new PriceLinesQuery(body.Text), cancellationToken));

    internal sealed record PastedLines(string Text);
}
