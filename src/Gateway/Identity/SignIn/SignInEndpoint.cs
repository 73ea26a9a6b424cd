using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using ZhongFu.Gateway.Security;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.SignIn;

internal sealed class SignInEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/identity/login", SignIn)
        .WithSummary("Sign in with user name or phone and password; answers an access token (one hour) and a refresh token")
        .Produces<AccessTokenResponse>().RequireRateLimiting(RateLimits.SignIn).ToEveryone();

    private static async Task<SignInHttpResult> SignIn(SignInRequest body, PasswordCheck passwords, Sessions sessions, HttpContext context)
    {
        var account = await passwords.Run(body.UserName, body.Password, context.RequestAborted)
            ?? throw new NotSignedIn("identity.sign-in-refused", "Name and password do not match an account, or there were too many attempts.");
        return TypedResults.SignIn(await sessions.Open(context, account, IdentityConstants.BearerScheme), authenticationScheme: IdentityConstants.BearerScheme);
    }

    internal sealed record SignInRequest(string UserName, string Password);
}
