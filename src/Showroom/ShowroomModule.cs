using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Rebuilding.RebuildStock;
using ZhongFu.Showroom.Pos.ServeWorker;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom;

/// <summary>The stock ledger of every shelf, and the till.</summary>
public sealed class ShowroomModule : Module
{
    /// <inheritdoc/>
    public override string Name => "showroom";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ShowroomDb>(configuration, Name);
        services.AddSingleton<TillShell>();
        services.AddDataProtection();
        services.AddSingleton<ShiftTokens>();
        services.AddScoped<IStockRebuild, StockRebuild>();
        services.AddSingleton<DevicePace>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeviceKeyCheck>(DeviceDoor.Scheme, null);
    }
}
