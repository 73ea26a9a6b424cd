namespace ZhongFu.Architecture.Tests;

/// <summary>Reads the project files: a reference that nobody uses yet is already a broken boundary. Rule: docs/adr/0001-modular-monolith.md.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>Which Contracts a module may know; Contracts know nothing.</summary>
    private static readonly Dictionary<string, string[]> Graph = new()
    {
        ["Catalog"] = [],
        ["Showroom"] = ["Catalog"],
        ["Ordering"] = ["Catalog", "Showroom"],
        ["Procurement"] = ["Catalog", "Showroom"],
        ["Insight"] = ["Catalog", "Showroom", "Ordering", "Procurement"],
    };

    public static TheoryData<string> Projects => new(House.Projects());

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_graph_allows(string project)
    {
        var forbidden = Forbidden(Path.GetFileNameWithoutExtension(project), House.References(project));
        Assert.True(forbidden.Count == 0, $"{project} must not reference {string.Join(", ", forbidden)} (docs/adr/0001-modular-monolith.md)");
    }

    [Fact]
    public void Every_module_has_a_place_in_the_graph() =>
        Assert.Equal(Graph.Keys.Order(), House.Modules.Select(module => module.GetName().Name!["ZhongFu.".Length..]).Order());

    [Theory]
    [InlineData("Catalog", "Showroom.Contracts")]
    [InlineData("Showroom", "Ordering.Contracts")]
    [InlineData("Ordering", "Showroom")]
    [InlineData("Platform", "Catalog.Contracts")]
    [InlineData("Catalog.Contracts", "Platform")]
    public void The_rule_sees_a_broken_boundary(string project, string reference) => Assert.NotEmpty(Forbidden(project, [reference]));

    private static IReadOnlyList<string> Forbidden(string project, IReadOnlyList<string> references)
    {
        string[] allowed = project switch
        {
            "Gateway" => [.. Graph.Keys, "Platform"],
            "Platform" => [],
            _ when project.EndsWith(".Contracts", StringComparison.Ordinal) => [],
            _ => ["Platform", project + ".Contracts", .. Graph[project].Select(below => below + ".Contracts")],
        };
        return [.. references.Except(allowed)];
    }
}
