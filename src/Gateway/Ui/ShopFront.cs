using System.Reflection;
using Microsoft.AspNetCore.Components;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Ui;

/// <summary>Whether this process serves the shop. Where it does not, pages show no search, no cart and no way to what is not there.</summary>
internal sealed class ShopFront(ModuleCatalogue catalogue, HeadOffice headOffice)
{
    /// <summary>Some module here has the home page.</summary>
    public bool IsHere { get; } = catalogue.Types.Any(type => type.GetCustomAttributes<RouteAttribute>().Any(route => route.Template == "/"));

    /// <summary>Where the shop is, or null when this process was not told.</summary>
    public string? Address => IsHere ? "/" : headOffice.Address?.ToString();
}
