using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ZhongFu.Gateway.Web;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>A cookie for pages, an opaque bearer token for programs; which one counts is seen from the request.</summary>
internal static class SessionSchemes
{
    public const string Cookie = "zf_session";
    private const string Either = "Either";

    public static void AddSessionSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = Choose)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = Cookie;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromDays(14);
                options.SlidingExpiration = true;
                options.Events.OnRedirectToLogin = challenge => Challenge(challenge.HttpContext);
                options.Events.OnRedirectToAccessDenied = denial => Status(denial.HttpContext, StatusCodes.Status403Forbidden);
            })
            .AddBearerToken(IdentityConstants.BearerScheme, options =>
            {
                options.BearerTokenExpiration = TimeSpan.FromHours(1);
                options.RefreshTokenExpiration = TimeSpan.FromDays(14);
            });
    }

    /// <summary>Whether the request shows a bearer token, good or not.</summary>
    public static bool ShowsToken(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static string Choose(HttpContext context) =>
        ShowsToken(context.Request) || (context.Request.Path.StartsWithSegments("/api") && !context.Request.Cookies.ContainsKey(Cookie))
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    private static Task Challenge(HttpContext context)
    {
        if (!PageRequest.Is(context.Request)) return Status(context, StatusCodes.Status401Unauthorized);
        // After a form post the page that held the form is where to go on: its address came as the referrer.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : PageRequest.Referrer(context.Request);
        context.Response.Redirect("/login?returnUrl=" + Uri.EscapeDataString(back));
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
