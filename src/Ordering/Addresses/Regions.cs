using ZhongFu.Platform.Seeding;

namespace ZhongFu.Ordering.Addresses;

/// <summary>Provinces, cities, districts and streets (National Bureau of Statistics, 2023). A code's parent is its prefix: 2, 4, 6 and 9 digits.</summary>
internal sealed class Regions
{
    private static readonly int[] Lengths = [2, 4, 6, 9];
    private readonly Lazy<Dictionary<string, string>> names = new(() => SeedFile.Read<RegionRow>(typeof(Regions).Assembly, "regions.csv").ToDictionary(x => x.Code, x => x.Name));
    private readonly Lazy<ILookup<string, Region>> children;

    public Regions() => children = new(() => names.Value.Select(x => new Region(x.Key, x.Value)).ToLookup(x => ParentOf(x.Code)));

    /// <summary>What lies directly below; for an empty code the provinces.</summary>
    public IReadOnlyList<Region> Below(string parent) => [.. children.Value[parent].OrderBy(x => x.Code, StringComparer.Ordinal)];

    /// <summary>The name, or null for a code that does not exist.</summary>
    public string? NameOf(string code) => names.Value.GetValueOrDefault(code);

    /// <summary>Finds the street that four answers name, each by code (a short code may be padded with zeros) or by name; null when they do not fit together.</summary>
    public Region? Resolve(string province, string city, string district, string street)
    {
        var parent = "";
        foreach (var (text, length) in new[] { province, city, district, street }.Zip(Lengths))
        {
            if (Below(parent).Count == 0) break; // some districts have no streets in the books
            if (Find(parent, text.Trim(), length) is not { } found) return null;
            parent = found.Code;
        }
        return new Region(parent, FullName(parent));
    }

    /// <summary>Province to street in words; a municipality is not doubled.</summary>
    public string FullName(string code)
    {
        var parts = Lengths.Where(length => length <= code.Length).Select(length => names.Value.GetValueOrDefault(code[..length]) ?? "");
        return string.Join(" ", parts.Where(part => part is not ("市辖区" or "县" or "省直辖县级行政区划" or "自治区直辖县级行政区划" or "")).Distinct());
    }

    private Region? Find(string parent, string text, int length)
    {
        var code = text.Length > length && text[length..].All(c => c == '0') ? text[..length] : text;
        return children.Value[parent].FirstOrDefault(x => x.Code == code || x.Name == text);
    }

    private static string ParentOf(string code) => code.Length switch { 2 => "", 4 => code[..2], 6 => code[..4], _ => code[..6] };

    private sealed record RegionRow(string Code, string Name);
}

/// <summary>A division: code and name.</summary>
internal sealed record Region(string Code, string Name);
