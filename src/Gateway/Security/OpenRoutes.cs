using Microsoft.AspNetCore.Authorization;

namespace ZhongFu.Gateway.Security;

/// <summary>A route that does not say who may use it stops the host: forgetting must be loud.</summary>
internal static class OpenRoutes
{
    public static void RequireSayingWhoMay(this WebApplication app)
    {
        var silent = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(route => $"{route.DisplayName} ({route.RoutePattern.RawText})").ToList();
        if (silent.Count > 0) throw new InvalidOperationException("These routes do not say who may use them (ToEveryone, ToSignedIn, ToHolders or the page attributes): " + string.Join("; ", silent));
    }

    /// <summary>Marks the routes that the framework adds beside ours (static files in Development, Blazor's own redirect): they hold nothing, and nothing else marks them.</summary>
    public static RouteGroupBuilder MapFrameworkGroup(this WebApplication app)
    {
        var group = app.MapGroup("");
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: "/{**path:file}" or "{**path:file}" or "/_framework/opaque-redirect" }) endpoint.Metadata.Add(new AllowAnonymousAttribute());
        });
        return group;
    }
}
