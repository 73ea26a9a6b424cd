using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

namespace ZhongFu.Platform.Seeding;

/// <summary>Fills a module's empty database from the data files in its <c>Seed</c> folder. Found by the module host.</summary>
public interface ISeed
{
    /// <summary>Whether this is demonstration data (only with <c>Seed:Demo</c>) or data every installation needs.</summary>
    bool IsDemonstration { get; }

    /// <summary>Planted after all others, of every module.</summary>
    bool IsLast => false;

    /// <summary>Adds what is missing; running it again changes nothing.</summary>
    Task Plant(CancellationToken cancellationToken);
}

/// <summary>Reads a CSV that is embedded in the assembly. Columns are <c>snake_case</c> and match properties of the same name.</summary>
public static class SeedFile
{
    /// <summary>All rows of <paramref name="name"/>, e.g. <c>skus.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">The assembly embeds no such file.</exception>
    public static IReadOnlyList<T> Read<T>(Assembly assembly, string name)
    {
        var resource = assembly.GetManifestResourceNames().SingleOrDefault(x => x.EndsWith($".Seed.{name}", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no Seed/{name}.");
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(),
        };
        using var csv = new CsvReader(new StreamReader(assembly.GetManifestResourceStream(resource)!), settings);
        return csv.GetRecords<T>().ToList();
    }
}
