using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Start;

/// <summary>Tells the person at the terminal where the site is and how to get in.</summary>
internal static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (ModuleRules.Sentence(app.Services.GetRequiredService<ModuleCatalogue>().Choice, app.Configuration) is { } sentence) Console.WriteLine($"\n{sentence}");
        if (app.Services.GetRequiredService<HeadOffice>() is { Address: { } office }) Console.WriteLine($"Accounts are copied from the head office at {office}: its staff signs in here, also while it is down.");
        if (addresses is not { Count: > 0 } || !app.Environment.IsDevelopment()) return;
        Console.WriteLine($"\nZhongFu is at {string.Join(" and ", addresses)}   (API: {addresses.First()}/api-docs)");
        if (!app.Configuration.GetValue("Seed:Demo", true) || app.Services.GetRequiredService<HeadOffice>().IsElsewhere) return;
        Console.WriteLine($"Demonstration accounts, password {DemoAccountsSeed.Password}:");
        foreach (var account in DemoAccountsSeed.All) Console.WriteLine($"  {account.UserName,-10}  {account.Phone[3..],-12} {account.Roles.Replace(";", ", ", StringComparison.Ordinal)}");
        Console.WriteLine("Stop with Ctrl+C.\n");
    });
}
