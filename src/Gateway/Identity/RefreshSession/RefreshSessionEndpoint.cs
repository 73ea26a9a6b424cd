using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Security;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.RefreshSession;

internal sealed class RefreshSessionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/identity/refresh", Refresh)
        .WithSummary("Exchange a refresh token for a new access token")
        .Produces<AccessTokenResponse>().RequireRateLimiting(RateLimits.SignIn).ToEveryone();

    private static async Task<SignInHttpResult> Refresh(RefreshRequest body, IOptionsMonitor<BearerTokenOptions> options, Standings standings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } end || clock.GetUtcNow() >= end || await standings.ActorOf(ticket.Principal, null, cancellationToken) is null)
            throw new NotSignedIn("identity.token-refused", "The refresh token is not valid or has run out.");
        return TypedResults.SignIn(ticket.Principal, authenticationScheme: IdentityConstants.BearerScheme);
    }

    internal sealed record RefreshRequest(string RefreshToken);
}
