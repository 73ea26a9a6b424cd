namespace ZhongFu.Gateway.Start;

/// <summary>In Production nothing may be pretended: no play money, no public passwords, no missing secrets.</summary>
internal static class ProductionRules
{
    /// <summary>What stands in the way of a start, in words for the person who starts it; empty when all is well.</summary>
    /// <param name="environment">Only Production has rules.</param>
    /// <param name="configuration">What was set.</param>
    /// <param name="takesOrders">Whether the module that takes money runs in this process.</param>
    public static IReadOnlyList<string> Violations(IHostEnvironment environment, IConfiguration configuration, bool takesOrders = true)
    {
        if (!environment.IsProduction()) return [];
        var found = new List<string>();
        var takesMoney = takesOrders && configuration.GetValue("Payments:Enabled", true);
        if (takesMoney && Missing(configuration, "Stripe:ApiKey")) found.Add("Stripe:ApiKey is not set: without it payments would go to the sandbox cashier, which takes no money. Set it, or switch payments off with Payments:Enabled=false.");
        else if (takesMoney && Missing(configuration, "Stripe:WebhookSecret")) found.Add("Stripe:WebhookSecret is not set: payment notices could not be verified.");
        if (configuration.GetValue("Seed:Demo", false)) found.Add("Seed:Demo is true: demonstration data and accounts with a public password must not exist here.");
        if (configuration["Database:Provider"] is "SqlServer" or "Postgres" && Missing(configuration, "Database:ConnectionString")) found.Add("Database:ConnectionString is not set.");
        if (configuration["Bus:Transport"] is "RabbitMq" && Missing(configuration, "Bus:Uri")) found.Add("Bus:Uri is not set.");
        if (Uri.TryCreate(configuration["HeadOffice:Address"], UriKind.Absolute, out var office) && office.Scheme != "https" && !office.IsLoopback) found.Add("HeadOffice:Address is not https: the hashes of passwords travel on that way.");
        return found;
    }

    private static bool Missing(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]);
}
