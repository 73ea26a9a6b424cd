using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.SignOut;

internal sealed class SignOutEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/identity/logout", EndTokens).WithSummary("End all sessions of the account: tokens and cookies").ToSignedIn();
        // A form on any page, also on pages without an antiforgery token: protected by the same-origin check.
        api.MapPost("/logout", (Delegate)EndCookie).ExcludeFromDescription().ToEveryone();
    }

    private static async Task<NoContent> EndTokens(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutEverywhereCommand(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<RedirectHttpResult> EndCookie(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect("/");
    }
}
