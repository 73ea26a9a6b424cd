using Microsoft.AspNetCore.Diagnostics;
using ZhongFu.Platform.Web;

namespace ZhongFu.Gateway.Web;

/// <summary>Tells people from programs: a browser that opens a document gets pages, everything else gets problem documents.</summary>
internal static class PageRequest
{
    public static bool Is(HttpRequest request) =>
        !PathOf(request.HttpContext).StartsWithSegments("/api") && !request.Headers.ContainsKey("X-Requested-With") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that was asked for; while an error is answered, the request's own path is that of the error page.</summary>
    public static PathString PathOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path;

    /// <summary>The page of this site that sent the request, or the home page.</summary>
    public static string Referrer(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value ? LocalPath.Or(from.PathAndQuery) : "/";
}
