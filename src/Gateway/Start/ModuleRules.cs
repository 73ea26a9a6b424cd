using ZhongFu.Gateway.Web;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Start;

/// <summary>A process with some of the modules needs a way to the others; without it what it sends would be lost, so it does not start.</summary>
internal static class ModuleRules
{
    /// <summary>What stands in the way of a start, in words for the person who starts it; empty when all is well.</summary>
    public static IReadOnlyList<string> Violations(ModuleChoice choice, IConfiguration configuration)
    {
        var found = new List<string>();
        if (choice.Unknown.Count > 0)
            found.Add($"{ModuleChoice.Setting} names {Listed(choice.Unknown)}, which no module is called. There are {Names([.. choice.Here, .. choice.Elsewhere])}.");
        if (choice.Elsewhere.Count > 0 && configuration["Bus:Transport"] is not "RabbitMq")
            found.Add($"{ModuleChoice.Setting} leaves out {Names(choice.Elsewhere)}: messages to and from them need a broker. Set Bus:Transport=RabbitMq and Bus:Uri, the same in each process.");
        foreach (var (key, address) in configuration.GetSection("Modules:At").AsEnumerable(makePathsRelative: true).Append(new("HeadOffice:Address", configuration["HeadOffice:Address"])))
            if (!string.IsNullOrEmpty(address) && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) found.Add($"'{address}' ({key}) is not an address: write it like http://192.0.2.7:5080.");
        return found;
    }

    /// <summary>One sentence on what runs where; null when all runs here.</summary>
    public static string? Sentence(ModuleChoice choice, IConfiguration configuration) => choice.Elsewhere.Count == 0 ? null
        : $"This process runs {Names(choice.Here)}. Elsewhere, reached through RabbitMQ: {Listed(choice.Elsewhere.Select(module => Place(module, configuration)))}.";

    private static string Place(Module module, IConfiguration configuration) => configuration.AddressOf(module) is { } address ? $"{module.Name} (its pages and API at {address})" : module.Name;

    private static string Names(IEnumerable<Module> modules) => Listed(modules.Select(module => module.Name));

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
