using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Quotas;
using ZhongFu.Procurement.Receipts;
using ZhongFu.Procurement.Rfqs;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement;

/// <summary>Organisations, budgets, quota, bulk buying, receipts and statements.</summary>
public sealed class ProcurementModule : Module
{
    /// <inheritdoc/>
    public override string Name => "procurement";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ProcurementDb>(configuration, Name);
        services.AddScoped<IHats, HatRack>();
        services.AddSingleton<BuyingRules>();
        services.AddScoped<PriceDesk>();
        services.AddSingleton<DockRules>();
        services.AddSingleton<PaymentTerms>();
        services.AddSingleton<QuotaRules>();
        services.AddScoped<StatementBook>();
        services.AddDataProtection();
        services.AddSingleton<SealVault>();
        services.AddScoped<QuoteDoor>();
    }
}
