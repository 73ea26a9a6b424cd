using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace ZhongFu.Platform.Security;

/// <summary>Says who may open a page: <c>@attribute [Allow("showroom.sell")]</c>. For pages open to all use <see cref="AllowAnonymousAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(string permission) : AuthorizeAttribute(Allow.PolicyPrefix + permission);

/// <summary>Says who may call an endpoint; a route without one of these stops the host from starting.</summary>
public static class Allow
{
    /// <summary>Policies of this prefix are made on demand: the rest of the name is the permission.</summary>
    public const string PolicyPrefix = "permission:";

    /// <summary>Open to everyone, guests included.</summary>
    public static TBuilder ToEveryone<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.AllowAnonymous();

    /// <summary>Open to any signed-in person.</summary>
    public static TBuilder ToSignedIn<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization();

    /// <summary>Open to holders of the permission, whatever its scope; the handler checks the scope.</summary>
    public static TBuilder ToHolders<TBuilder>(this TBuilder route, string permission) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(PolicyPrefix + permission);
}
