using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;

namespace ZhongFu.Platform.Modules;

/// <summary>The databases of the modules in this scope; each is made when it is first asked for.</summary>
public sealed class ModuleDatabases(IServiceProvider services, ModuleCatalogue modules)
{
    /// <summary>All of them, in the order of the modules.</summary>
    public IReadOnlyList<ModuleDb> All => [.. services.GetServices<ModuleDb>()];

    /// <summary>The database of the module that lives in this assembly.</summary>
    public ModuleDb Of(Assembly assembly) =>
        modules.DatabaseTypes.FirstOrDefault(type => type.Assembly == assembly) is { } type
            ? (ModuleDb)services.GetRequiredService(type) : throw new InvalidOperationException($"{assembly.GetName().Name} has no database.");
}
