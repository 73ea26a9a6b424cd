using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>Says who asks: turns a ticket that is still good, or a guest's cookie, into the <see cref="Actor"/> of the request.</summary>
internal static class RequestActor
{
    public static void UseRequestActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var actor = context.User.Identity?.IsAuthenticated == true ? await context.RequestServices.GetRequiredService<Standings>().ActorOf(context.User, HatOf(context.Request), context.RequestAborted) : null;
        if (actor is null && context.User.Identity?.IsAuthenticated == true) EndSession(context);
        // A program whose token has run out must hear so, and not go on as a guest; only signing in takes no notice of old tokens.
        if (actor is null && SessionSchemes.ShowsToken(context.Request) && context.Request.Path.StartsWithSegments("/api") && !IsDoorToSessions(context))
            throw new NotSignedIn("identity.token-refused", "The bearer token is not valid or has run out.");

        context.RequestServices.GetRequiredService<RequestContext>().Actor = actor ?? (GuestKey.Read(context) is { } key ? GuestKey.Guest(key) : GuestKey.Stranger());
        await next(context);
    });

    private static Guid? HatOf(HttpRequest request) =>
        Guid.TryParse(request.Headers.TryGetValue(Hat.Header, out var named) ? named.ToString() : request.Cookies[Hat.Cookie], out var organisation) ? organisation : null;

    private static bool IsDoorToSessions(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/identity") && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static void EndSession(HttpContext context)
    {
        if (context.Features.Get<IAuthenticateResultFeature>() is { } feature) feature.AuthenticateResult = AuthenticateResult.Fail("The session has ended.");
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
    }
}
