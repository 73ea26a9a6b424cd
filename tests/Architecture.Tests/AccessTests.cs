using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.TestKit;

namespace ZhongFu.Architecture.Tests;

/// <summary>Denied by default: every route and page says who may use it. Rule: docs/adr/0005-who-may.md.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Every_route_says_who_may_use_it()
    {
        await using var host = await GatewayHost.Start();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var silent = routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Where(route => route.RoutePattern.RawText?.StartsWith("_content/", StringComparison.Ordinal) != true)
            .Select(route => route.RoutePattern.RawText).ToList();
        Assert.True(routes.Count > 20, "Hardly any route was found: the rule would be vacuous.");
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var pages = House.Modules.Append(House.Gateway).SelectMany(assembly => assembly.GetTypes()).Where(type => type.GetCustomAttributes(typeof(RouteAttribute), false).Length > 0).ToList();
        var silent = pages.Where(page => !page.GetCustomAttributes(true).Any(x => x is IAllowAnonymous or IAuthorizeData)).Select(page => page.FullName);
        Assert.True(pages.Count > 10, "Hardly any page was found: the rule would be vacuous.");
        Assert.Empty(silent);
    }
}
