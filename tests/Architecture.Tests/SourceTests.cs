using System.Text.RegularExpressions;

namespace ZhongFu.Architecture.Tests;

/// <summary>Time comes from the clock that tests can move, money is whole fen, and no provider's SQL stands outside the platform.</summary>
public sealed class SourceTests
{
    public static TheoryData<string, string, string> Rules => new()
    {
        { @"DateTime(Offset)?\.(Utc)?Now", "ask TimeProvider", @"Platform[/\\]Messaging" },
        { @"\b(double|float|decimal)\s+\w*(Price|Amount|Total|Fen)\b", "money is long fen", @"Platform[/\\]Ui" },
        { @"FromSql|ExecuteSql|SqlQuery", "no provider SQL outside Platform/Data", @"Platform[/\\]Data" },
        { @"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b", "finish it or leave it out", "^$" },
        { @"(MarkupString)\s*[^;]*\b(name|Name|note|Note|address|Address)\b", "people's text is never raw markup", "^$" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Source_keeps_the_rule(string forbidden, string instead, string exceptIn)
    {
        var broken = House.SourceFiles(".cs", ".razor").Where(path => !path.Contains("Migrations") && !Regex.IsMatch(path, exceptIn))
            .SelectMany(path => File.ReadLines(path).Select((line, at) => (path, line, at: at + 1)))
            .Where(x => !x.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(x.line, forbidden))
            .Select(x => $"{Path.GetRelativePath(House.Root, x.path)}:{x.at}").ToList();
        Assert.True(broken.Count == 0, $"{instead}:\n{string.Join("\n", broken)}");
    }
}
