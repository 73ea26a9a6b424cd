using System.Reflection;
using System.Xml.Linq;
using ZhongFu.Platform.Modules;
using Module = ZhongFu.Platform.Modules.Module;

namespace ZhongFu.Architecture.Tests;

/// <summary>Finds what the rules speak about: modules are discovered, never listed.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    public static string Src { get; } = Path.Combine(Root, "src");

    /// <summary>Assemblies with a <see cref="Module"/> class, the gateway's own identity module included.</summary>
    public static IReadOnlyList<Assembly> Modules { get; } = ProjectNames()
        .Where(name => name is not ("Platform" or "Gateway") && !name.EndsWith(".Contracts", StringComparison.Ordinal))
        .Select(name => Assembly.Load("ZhongFu." + name)).ToList();

    public static IReadOnlyList<Assembly> Contracts { get; } = ProjectNames()
        .Where(name => name.EndsWith(".Contracts", StringComparison.Ordinal)).Select(name => Assembly.Load("ZhongFu." + name)).ToList();

    public static Assembly Platform { get; } = typeof(Module).Assembly;

    public static Assembly Gateway { get; } = typeof(Program).Assembly;

    /// <summary>Project files below <c>src</c>, relative.</summary>
    public static IEnumerable<string> Projects() => Directory.GetFiles(Src, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Src, path));

    public static IReadOnlyList<string> References(string project) =>
        [.. XDocument.Load(Path.Combine(Src, project)).Descendants("ProjectReference").Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value))];

    public static IEnumerable<string> SourceFiles(params string[] endings) =>
        Directory.EnumerateFiles(Src, "*", SearchOption.AllDirectories).Where(path => endings.Any(path.EndsWith))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    private static IEnumerable<string> ProjectNames() => Projects().Select(path => Path.GetFileNameWithoutExtension(path)!);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
