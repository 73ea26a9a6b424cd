using System.Reflection;
using Microsoft.AspNetCore.Components;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Gateway.Ui;

/// <summary>Which frame a page stands in. Modules do not know the frames; they say what kind of page it is.</summary>
internal static class Shells
{
    public static Type Of(Type page) =>
        page.GetCustomAttributes<RouteAttribute>().Any(route => $"{route.Template}/".StartsWith("/pos/", StringComparison.Ordinal)) ? typeof(PosLayout)
        : page.IsDefined(typeof(StaffPageAttribute)) || page.IsDefined(typeof(MenuAttribute)) ? typeof(StaffLayout)
        : typeof(MainLayout);
}
