using ZhongFu.Platform.Domain;

namespace ZhongFu.Gateway.Security;

/// <summary>No other site may make a browser change something here. Public pages are the same for everybody and carry no antiforgery token,
/// so this check stands in front of every change. Browsers say where a request comes from and pages cannot forge it;
/// a request without either header does not come from a browser.</summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsSafe(context.Request.Method) && !IsOurs(context.Request)) throw new Forbidden("same-origin");
        return next(context);
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length > 0 && site is not ("same-origin" or "none")) return false;
        if (origin.Length == 0) return true;
        // Behind a proxy the scheme may differ; the host may not.
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
