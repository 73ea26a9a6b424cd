using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Gateway.Ui;

/// <summary>Which frame a page stands in, and where. Modules do not know the frames; they say what kind of page it is.</summary>
internal static class Shells
{
    public static Type Of(Type page) =>
        page.GetCustomAttributes<RouteAttribute>().Any(route => $"{route.Template}/".StartsWith("/pos/", StringComparison.Ordinal)) ? typeof(PosLayout)
        : page.IsDefined(typeof(StaffPageAttribute)) || page.IsDefined(typeof(MenuAttribute)) ? typeof(StaffLayout)
        : typeof(MainLayout);

    /// <summary>Path and query as the browser shows them, also while an error page is rendered in place of the page that was asked for.</summary>
    public static string AddressOf(HttpContext http) =>
        PageRequest.PathOf(http) + (http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? http.Request.QueryString.Value);
}
