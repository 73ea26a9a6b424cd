using Microsoft.AspNetCore.Identity;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Gateway.Identity.SignIn;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity;

/// <summary>Who a person is and what they may do. Lives in the gateway, and is otherwise a module like the others.</summary>
public sealed class IdentityModule : Module
{
    /// <inheritdoc/>
    public override string Name => "identity";

    /// <inheritdoc/>
    public override bool IsEverywhere => true;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<IdentityDb>(configuration, Name);
        services.AddIdentityCore<Account>(Rules).AddEntityFrameworkStores<IdentityDb>();
        services.AddSingleton<HeadOffice>();
        services.AddSingleton<Standings>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Sessions>();
        services.AddSingleton<AccountFinderLimit>();
        services.AddScoped<IAccounts, AccountFinder>();
        services.AddSessionSchemes();
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
        // Length is what makes a password strong; rules about signs only make people write it down.
        options.Password = new PasswordOptions { RequiredLength = 10, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10), AllowedForNewUsers = true };
    }
}
