using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>Who works for several organisations says for which one the next pages are.</summary>
internal sealed class ChangeHatEndpoint : IEndpoint
{
    // On every staff page, so without an antiforgery token: protected by the same-origin check.
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hat", Change).DisableAntiforgery().ExcludeFromDescription().ToSignedIn();

    private static async Task<RedirectHttpResult> Change([FromForm] Guid organisation, HttpContext context, RequestContext request, Standings standings)
    {
        var hats = await standings.HatsOf(request.Actor.UserId!.Value, context.RequestAborted);
        if (hats.All(x => x.OrganisationId != organisation)) throw new Platform.Domain.NotFound("The organisation");
        context.Response.Cookies.Append(Hat.Cookie, organisation.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/" });
        return TypedResults.LocalRedirect(LocalPath.Or(null, PageRequest.Referrer(context.Request)));
    }
}
