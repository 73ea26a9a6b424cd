using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Carts.CountCart;

/// <summary>What pages that are the same for everybody fill in by script: pieces in the cart, and who is signed in.</summary>
internal sealed record CountCartQuery : IQuery<CartSummary>;

/// <summary>The visitor's own corner.</summary>
internal sealed record CartSummary(int Count, bool SignedIn, string? Name);

internal sealed class CountCartHandler(OrderingDb db, RequestContext context) : IRequestHandler<CountCartQuery, CartSummary>
{
    public async Task<CartSummary> Handle(CountCartQuery query, CancellationToken cancellationToken)
    {
        var (owner, actor) = (context.Actor.Key, context.Actor);
        return new CartSummary(await db.CartLines.Where(x => x.OwnerKey == owner).SumAsync(x => x.Quantity, cancellationToken), actor.IsSignedIn, actor.IsSignedIn ? actor.Name : null);
    }
}

internal sealed class CountCartEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/cart/summary", Handle).ToEveryone().ExcludeFromDescription();

    private static async Task<Ok<CartSummary>> Handle(HttpResponse response, IMediator mediator, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new CountCartQuery(), cancellationToken));
    }
}
