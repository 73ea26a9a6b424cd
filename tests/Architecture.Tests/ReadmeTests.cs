using System.Text.RegularExpressions;

namespace ZhongFu.Architecture.Tests;

/// <summary>What can be configured stands in the READMEs.</summary>
public sealed class ReadmeTests
{
    /// <summary>Keys of libraries, not ours.</summary>
    private static readonly string[] Foreign = ["Relational"];

    [Theory, InlineData("README.md"), InlineData("README.zh-CN.md")]
    public void Every_key_that_is_read_is_explained(string readme)
    {
        var keys = House.SourceFiles(".cs", ".razor").Where(path => !path.Contains("Migrations"))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "\"([A-Z][A-Za-z]+(?::[A-Z][A-Za-z]+)+)\"").Select(match => match.Groups[1].Value))
            .Where(key => !Foreign.Contains(key.Split(':')[0])).Select(key => key.Replace(":", "__", StringComparison.Ordinal)).Distinct().Order().ToList();
        Assert.Contains("Database__Provider", keys);
        var text = File.ReadAllText(Path.Combine(House.Root, readme));
        var missing = keys.Where(key => !text.Contains($"`{key}`", StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"{readme} does not explain {string.Join(", ", missing)}");
    }
}
