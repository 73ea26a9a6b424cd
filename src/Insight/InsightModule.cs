using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Insight;

/// <summary>Plan, aid ledger, cockpit, warnings, relief and problems. A seam so far: see docs/adr.</summary>
public sealed class InsightModule : Module
{
    /// <inheritdoc/>
    public override string Name => "insight";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)  { }
}
