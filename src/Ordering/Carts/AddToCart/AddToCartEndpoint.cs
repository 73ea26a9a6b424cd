using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Carts.AddToCart;

/// <summary>A plain form on public pages, which carry no token: the gateway's same-origin check protects it.</summary>
internal sealed class AddToCartEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/cart/lines", Handle).ToEveryone().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Handle(HttpContext http, IMediator mediator, IStringLocalizer<CartText> text, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var byScript = http.Request.Headers.XRequestedWith == "fetch";
        if (!Guid.TryParse(form["skuId"], out var skuId)) return TypedResults.Problem(statusCode: 400, title: text["NotUnderstood"]);
        if (!int.TryParse(form["quantity"].FirstOrDefault() ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) || quantity is < 1 or > CartLine.MostPieces)
            return byScript ? TypedResults.Json(new AddedToCart(text["QuantityWrong"], null), statusCode: 400) : SeeOther(http, "/cart?problem=QuantityWrong");
        GuestKey.Ensure(http);
        try
        {
            var now = await mediator.Send(new AddToCartCommand(skuId, quantity, form["next"] == "buy"), cancellationToken);
            if (byScript && form["next"] != "buy") return TypedResults.Ok(new AddedToCart(now.OnlyLeft is { } left ? text["OnlyLeft", left] : text["Added"], now.Pieces));
            return SeeOther(http, now.OnlyLeft is not null ? $"/cart?{CartCut.Query([skuId])}" : form["next"] == "buy" ? "/checkout" : "/cart?added=1");
        }
        catch (RuleBroken rule) when (rule.Code.StartsWith("cart.", StringComparison.Ordinal))
        {
            return byScript ? TypedResults.Json(new AddedToCart(text[rule.Code], null), statusCode: 409) : SeeOther(http, $"/cart?problem={rule.Code}");
        }
    }

    private static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>What the page announces.</summary>
internal sealed record AddedToCart(string Message, int? CartCount);
