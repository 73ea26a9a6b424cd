using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Ordering.Carts;
using ZhongFu.Ordering.Carts.AddToCart;
using ZhongFu.Ordering.Orders.TrackOrder;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders;

/// <summary>Puts what was ordered once into the cart again, as far as it is still sold. A plain form in lists, so not part of one page.</summary>
internal sealed class BuyAgainForm : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/me/orders/{id:guid}/again", Handle).ToHolders(OrderingPermissions.Buy).ExcludeFromDescription();

    private static async Task<IResult> Handle(Guid id, HttpContext http, IAntiforgery antiforgery, IMediator mediator, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) throw new BadHttpRequestException("The form is out of date.");
        var (problem, added, cut) = ("", false, new List<Guid>());
        foreach (var line in (await mediator.Send(new TrackOrderQuery(id), cancellationToken)).Lines)
        {
            try
            {
                if ((await mediator.Send(new AddToCartCommand(line.SkuId, (int)line.Quantity), cancellationToken)).OnlyLeft is not null) cut.Add(line.SkuId);
                added = true;
            }
            catch (RuleBroken rule) { problem = rule.Code; }
        }
        http.Response.Headers.Location = problem.Length > 0 ? $"/cart?problem={problem}" : cut.Count > 0 ? $"/cart?{CartCut.Query(cut)}" : added ? "/cart?added=1" : "/cart";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
