using Microsoft.Extensions.Configuration;

namespace ZhongFu.Platform.Modules;

/// <summary>Which modules run in this process: all of them, or those that <c>Modules:Enabled</c> names.</summary>
/// <param name="Here">In this process.</param>
/// <param name="Elsewhere">In another process, reached by the bus.</param>
/// <param name="Unknown">Names in the setting that no module bears.</param>
public sealed record ModuleChoice(IReadOnlyList<Module> Here, IReadOnlyList<Module> Elsewhere, IReadOnlyList<string> Unknown)
{
    /// <summary>The setting: names apart by commas or blanks; empty: all.</summary>
    public const string Setting = "Modules:Enabled";

    /// <summary>Reads the setting.</summary>
    public static ModuleChoice Of(IConfiguration configuration, IReadOnlyList<Module> modules)
    {
        var named = (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var here = modules.Where(module => named.Length == 0 || module.IsEverywhere || named.Contains(module.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        return new ModuleChoice(here, [.. modules.Except(here)], [.. named.Where(name => !modules.Any(module => string.Equals(module.Name, name, StringComparison.OrdinalIgnoreCase)))]);
    }
}
