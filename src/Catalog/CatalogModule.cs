using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Catalog;

/// <summary>Regions, cooperatives, products, certificates, batches and search.</summary>
public sealed class CatalogModule : Module
{
    /// <inheritdoc/>
    public override string Name => "catalog";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDb<CatalogDb>(configuration, Name);
}
