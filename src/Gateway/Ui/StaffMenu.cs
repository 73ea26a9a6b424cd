using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Ui;

/// <summary>The staff pages of all modules, here or led to where they are, in the order of their <c>[Menu]</c> entries. Hiding an entry protects nothing: the page's own attribute does.</summary>
internal sealed class StaffMenu(ModuleCatalogue catalogue, IConfiguration configuration)
{
    private readonly Entry[] entries =
    [
        .. catalogue.Types.Concat(catalogue.Choice.WithAddress(configuration).SelectMany(module => module.Assembly.GetTypes())).Select(type => (type, menu: type.GetCustomAttribute<MenuAttribute>())).Where(page => page.menu is not null)
            .OrderBy(page => page.menu!.Order)
            .Select(page => new Entry(page.type.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).OrderBy(path => path.Length).First(), page.menu!.Label, PermissionsOf(page.type))),
    ];

    /// <summary>What the person may open.</summary>
    public IEnumerable<Entry> For(Actor actor) => entries.Where(entry => actor.IsSignedIn && entry.Permissions.All(permission => actor.Can(permission)));

    /// <summary>Where the person starts the day: the one page of the work, the overview of several, or the shop.</summary>
    public string HomeOf(Actor actor) => For(actor).Take(2).ToList() switch { [] => "/", [var only] => only.Path, _ => "/work" };

    private static string[] PermissionsOf(Type page) =>
        [.. page.GetCustomAttributes<AuthorizeAttribute>().Select(rule => rule.Policy ?? "").Where(policy => policy.StartsWith(Allow.PolicyPrefix, StringComparison.Ordinal)).Select(policy => policy[Allow.PolicyPrefix.Length..])];

    /// <param name="Path">Address of the page.</param>
    /// <param name="Label">Resource key without its prefix <c>Menu</c>.</param>
    /// <param name="Permissions">All of them are needed.</param>
    internal sealed record Entry(string Path, string Label, IReadOnlyList<string> Permissions);
}
