using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Procurement;

/// <summary>Organisations, budgets, quota, bulk buying, receipts and statements. A seam so far: see docs/adr.</summary>
public sealed class ProcurementModule : Module
{
    /// <inheritdoc/>
    public override string Name => "procurement";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)  { }
}
