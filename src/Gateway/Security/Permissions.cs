using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Security;

/// <summary>Makes the policy of a permission when a route asks for it; a route that says nothing is closed.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    /// <summary>For a route that says nothing: nobody.</summary>
    public static AuthorizationPolicy Closed { get; } = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => policyName.StartsWith(Allow.PolicyPrefix, StringComparison.Ordinal)
        ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(policyName[Allow.PolicyPrefix.Length..])).Build())
        : base.GetPolicyAsync(policyName);
}

internal sealed record PermissionNeeded(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(RequestContext request) : AuthorizationHandler<PermissionNeeded>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded needed)
    {
        if (request.Actor.Can(needed.Permission)) context.Succeed(needed);
        return Task.CompletedTask;
    }
}
