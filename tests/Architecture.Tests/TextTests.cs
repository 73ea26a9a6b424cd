using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ZhongFu.Architecture.Tests;

/// <summary>No text for people in code, and every text in both languages. Rule: docs/adr/0007-texts-in-resources.md.</summary>
public sealed class TextTests
{
    private static readonly Regex Han = new(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.Compiled);

    [Fact]
    public void Pages_hold_no_literal_Chinese()
    {
        var broken = House.SourceFiles(".razor").SelectMany(path => File.ReadLines(path).Select((line, at) => (path, line, at: at + 1)))
            .Where(x => Han.IsMatch(Regex.Replace(x.line, @"@\*.*?\*@|//.*$", ""))).Select(x => $"{Path.GetRelativePath(House.Root, x.path)}:{x.at}").ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Fact]
    public void Every_text_has_its_English()
    {
        var broken = new List<string>();
        var files = House.SourceFiles(".resx").Where(path => !path.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        foreach (var chinese in files)
        {
            var english = chinese[..^".resx".Length] + ".en.resx";
            if (!File.Exists(english)) { broken.Add($"{Path.GetRelativePath(House.Root, chinese)} has no English twin"); continue; }
            var (zh, en) = (Texts(chinese), Texts(english));
            broken.AddRange(zh.Keys.Except(en.Keys).Concat(en.Keys.Except(zh.Keys)).Select(key => $"{Path.GetFileName(english)}: {key} stands in one language only"));
            broken.AddRange(en.Where(text => Han.IsMatch(text.Value) && !text.Key.StartsWith("Language", StringComparison.Ordinal)).Select(text => $"{Path.GetFileName(english)}: {text.Key} is not English"));
            broken.AddRange(zh.Where(text => en.TryGetValue(text.Key, out var other) && !Holes(text.Value).SetEquals(Holes(other))).Select(text => $"{Path.GetFileName(english)}: {text.Key} has other placeholders"));
        }
        Assert.NotEmpty(files);
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    /// <summary>The API answers a broken rule in the caller's language by the rule's code; so does a refused field whose code is dotted.</summary>
    [Theory, InlineData("Ordering"), InlineData("Catalog"), InlineData("Gateway")]
    public void Every_rule_says_what_is_wrong_in_both_languages(string module)
    {
        var folder = Path.Combine(House.Src, module) + Path.DirectorySeparatorChar;
        var said = House.SourceFiles(".resx").Where(path => path.StartsWith(folder, StringComparison.Ordinal) && !path.EndsWith(".en.resx", StringComparison.Ordinal)).SelectMany(path => Texts(path).Keys).ToHashSet();
        var codes = House.SourceFiles(".cs").Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "(?:RuleBroken|WithErrorCode|NotSignedIn)\\(\"([a-z-]+\\.[a-z-]+)\"").Select(match => match.Groups[1].Value)).Distinct().Order().ToList();
        Assert.True(module == "Catalog" || codes.Count > 0);
        var mute = codes.Where(code => !said.Contains(code)).ToList();
        Assert.True(mute.Count == 0, $"{module} has no text for {string.Join(", ", mute)}");
    }

    private static Dictionary<string, string> Texts(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(x => x.Attribute("name")!.Value, x => x.Element("value")!.Value);

    private static HashSet<string> Holes(string text) => [.. Regex.Matches(text, @"\{\d+").Select(match => match.Value)];
}
