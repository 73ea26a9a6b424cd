using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Yarp.ReverseProxy.Forwarder;
using ZhongFu.Platform.Modules;
using Module = ZhongFu.Platform.Modules.Module;

namespace ZhongFu.Gateway.Web;

/// <summary>Leads requests for a module that runs in another process to that process, when <c>Modules:At:{module}</c> says where it is.
/// Who may is decided there, by the same session: both processes read the same keys.</summary>
internal static class DistantModules
{
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(100) };

    /// <summary>Where a module runs, or null when it runs here or nobody said.</summary>
    public static string? AddressOf(this IConfiguration configuration, Module module) => configuration[$"Modules:At:{module.Name}"] is { Length: > 0 } address ? address : null;

    /// <summary>Modules that run elsewhere, at a known address.</summary>
    public static IReadOnlyList<Module> WithAddress(this ModuleChoice choice, IConfiguration configuration) => [.. choice.Elsewhere.Where(module => configuration.AddressOf(module) is not null)];

    public static void MapDistantModules(this WebApplication app)
    {
        var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5),
            EnableMultipleHttp2Connections = true, ActivityHeadersPropagator = DistributedContextPropagator.Current,
        });
        app.Lifetime.ApplicationStopped.Register(client.Dispose);
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalogue>().Choice.WithAddress(app.Configuration))
            foreach (var pattern in DoorsOf(module).SelectMany(Patterns))
                app.Map(pattern, async context => { await forwarder.SendAsync(context, app.Configuration.AddressOf(module)!, client, Patience); }).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>First parts of the module's addresses: its API, and each page up to its first parameter; files beside a page belong to it.</summary>
    internal static IReadOnlyList<string> DoorsOf(Module module)
    {
        var doors = module.Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template.Split('{')[0].TrimEnd('/')).Append($"/api/{module.Name}").Where(door => door.Length > 1).Distinct().ToList();
        return [.. doors.Where(door => !doors.Any(other => door.StartsWith(other + "/", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }

    private static string[] Patterns(string door) => [door, door + "/{**rest}", door + ".{ending}"];
}
