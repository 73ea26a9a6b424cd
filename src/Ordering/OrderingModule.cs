using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Freight;
using ZhongFu.Ordering.Orders;
using ZhongFu.Ordering.Payments;
using ZhongFu.Ordering.PickUp;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Ordering;

/// <summary>Carts, citizens' orders, payments and after-sales.</summary>
public sealed class OrderingModule : Module
{
    /// <inheritdoc/>
    public override string Name => "ordering";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<OrderingDb>(configuration, Name);
        services.AddSingleton<Regions>();
        services.AddSingleton<FreightRules>();
        services.AddSingleton<StockAnswers>();
        services.AddScoped<PaymentCheck>();
        services.AddScoped<PickUpPlaces>();
        services.AddScoped<DeliveryDesk>();
        services.AddScoped<CheckoutDesk>();
        services.AddSingleton(Cashier);
        services.AddSingleton<CounterCashier>();
        services.AddHostedService(provider => provider.GetRequiredService<CounterCashier>());
    }

    /// <summary>Stripe with a key, the sandbox without; played money is refused where real goods go out.</summary>
    private static ICashier Cashier(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        if (!configuration.GetValue("Payments:Enabled", true)) return new NoCashier();
        if (configuration["Stripe:ApiKey"] is { Length: > 0 }) return new StripeCashier(configuration);
        if (provider.GetRequiredService<IHostEnvironment>().IsProduction()) throw new InvalidOperationException("Stripe:ApiKey is not set, and the sandbox cashier is refused in Production. Set it, or switch payments off with Payments:Enabled=false.");
        return new SandboxCashier(provider.GetRequiredService<TimeProvider>());
    }
}
