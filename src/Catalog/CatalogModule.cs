using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Data;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Catalog.Storefront;
using ZhongFu.Catalog.Storefront.WatchStock;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Web;

namespace ZhongFu.Catalog;

/// <summary>Regions, cooperatives, products, certificates, batches and search.</summary>
public sealed class CatalogModule : Module
{
    /// <inheritdoc/>
    public override string Name => "catalog";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<CatalogDb>(configuration, Name);
        services.AddSingleton<Shelf>();
        services.AddSingleton<ICacheVersion>(provider => provider.GetRequiredService<Shelf>());
        services.AddSingleton<ISkuOffers, SkuOffers>();
        services.AddSingleton<IBulkOffers, BulkOffers>();
        services.AddSingleton<PreparedAnswers>();
        services.AddScoped<StockWatch>();
        services.AddScoped<ShelfLoader>();
        services.AddHostedService<ShelfKeeper>();
    }
}
