using System.Reflection;
using ZhongFu.Platform.Data;

namespace ZhongFu.Platform.Modules;

/// <summary>The databases of the modules in this scope.</summary>
public sealed class ModuleDatabases(IEnumerable<ModuleDb> databases)
{
    private readonly ModuleDb[] all = [.. databases];

    /// <summary>All of them, in the order of the modules.</summary>
    public IReadOnlyList<ModuleDb> All => all;

    /// <summary>The database of the module that lives in this assembly.</summary>
    public ModuleDb Of(Assembly assembly) =>
        all.FirstOrDefault(db => db.GetType().Assembly == assembly) ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no database.");
}
