using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using MassTransit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Migrations;
using ZhongFu.Platform.Domain;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace ZhongFu.Architecture.Tests;

/// <summary>The inside of a module. Rules: docs/adr/0002-features-in-folders.md.</summary>
public sealed class ModuleShapeTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies([.. House.Modules, typeof(ModuleShapeTests).Assembly]).Build();
    private static readonly Regex Framework = new(@"^(Microsoft\.(EntityFrameworkCore|AspNetCore)|MediatR|MassTransit|AutoMapper|FluentValidation|Stripe)\b", RegexOptions.Compiled);

    [Fact]
    public void Aggregates_use_no_framework()
    {
        var aggregates = House.Modules.SelectMany(module => module.GetTypes()).Where(type => type.IsAssignableTo(typeof(Aggregate))).ToList();
        Assert.True(aggregates.Count >= 5, $"Only {aggregates.Count} aggregates were found: the rule would be vacuous.");
        var broken = aggregates.Select(FrameworksOf).Where(line => line.Length > 0).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Fact]
    public void The_rule_sees_an_aggregate_that_uses_a_framework() => Assert.Contains("EntityFrameworkCore", FrameworksOf(typeof(BrokenAggregate)), StringComparison.Ordinal);

    [Fact]
    public void Features_do_not_call_each_other()
    {
        var broken = new List<string>();
        foreach (var type in Code.Types.Where(type => FeatureOf(type.Namespace?.FullName) is not null))
        {
            var mine = FeatureOf(type.Namespace!.FullName);
            broken.AddRange(type.Dependencies.Select(d => d.Target).Where(target => FeatureOf(target.Namespace?.FullName) is { } other && other != mine && SameModule(mine!, other))
                .Select(target => $"{type.FullName} -> {target.FullName}"));
        }
        Assert.True(Code.Types.Count(type => FeatureOf(type.Namespace?.FullName) is not null) > 20, "Hardly any feature was found: the rule would be vacuous.");
        Assert.True(broken.Count == 0, "Features call each other (what two share moves to the area):\n" + string.Join("\n", broken.Distinct()));
    }

    [Fact]
    public void Areas_form_no_cycle()
    {
        foreach (var module in House.Modules)
        {
            var name = module.GetName().Name!;
            var edges = Code.Types.Where(type => AreaOf(name, type.Namespace?.FullName) is not null)
                .SelectMany(type => type.Dependencies.Select(d => (From: AreaOf(name, type.Namespace!.FullName)!, To: AreaOf(name, d.Target.Namespace?.FullName))))
                .Where(edge => edge.To is not null && edge.From != edge.To).Select(edge => (edge.From, To: edge.To!)).Distinct().ToList();
            var cycle = FindCycle(edges);
            Assert.True(cycle is null, $"{name}: areas form a cycle: {cycle}");
        }
    }

    [Fact]
    public void The_rule_sees_a_cycle() => Assert.NotNull(FindCycle([("A", "B"), ("B", "C"), ("C", "A")]));

    [Fact]
    public void A_module_shows_only_its_module_class_its_pages_and_its_migrations()
    {
        var exposed = House.Modules.SelectMany(module => module.GetExportedTypes()).Where(type =>
            !type.IsAssignableTo(typeof(Platform.Modules.Module)) && !type.IsAssignableTo(typeof(IComponent)) && !type.IsAssignableTo(typeof(Migration)) && type.Name != "_Imports" && type.DeclaringType is null);
        Assert.Empty(exposed);
    }

    [Fact]
    public void Each_request_message_has_exactly_one_consumer()
    {
        var consumers = House.Modules.SelectMany(module => module.GetTypes()).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer)))
            .SelectMany(type => type.GetInterfaces().Where(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(x => x.GetGenericArguments()[0])).ToList();
        var requests = Messages().Where(type => Imperative(type.Name)).ToList();
        Assert.True(requests.Count >= 4, "Hardly any request message was found: the rule would be vacuous.");
        Assert.All(requests, request => Assert.True(consumers.Count(x => x == request) == 1, $"{request.Name} has {consumers.Count(x => x == request)} consumers"));
    }

    [Fact]
    public void Reactions_of_all_modules_have_different_names()
    {
        // The name is the queue and the inbox key.
        var names = House.Modules.SelectMany(module => module.GetTypes()).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer))).Select(type => type.Name).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
    }

    [Fact]
    public void No_layer_folders_and_no_layer_names()
    {
        var folders = Directory.GetDirectories(House.Src, "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .Where(name => name is "Services" or "Helpers" or "Managers" or "Repositories" or "Dtos" or "Interfaces" or "Utils" or "Common");
        Assert.Empty(folders);
        var names = House.Modules.Append(House.Platform).SelectMany(module => module.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ZhongFu", StringComparison.Ordinal) == true && !type.Name.Contains('<'))
            .Where(type => Regex.IsMatch(type.Name, "(Dto|Manager|Helper|Util|Utils|Common)$")).Select(type => type.FullName);
        Assert.Empty(names);
    }

    [Fact]
    public void No_file_name_is_used_twice()
    {
        var twice = House.SourceFiles(".cs", ".razor").Where(path => !path.Contains("Migrations") && Path.GetFileName(path) is not "_Imports.razor")
            .GroupBy(path => Path.GetFileName(path)).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
    }

    internal static bool Imperative(string name) => !Regex.IsMatch(name, "^[A-Z][a-z]+((?:[A-Z][a-z]+)*)(ed|Shipped|Paid|Sold|Lost|Sent)$");

    private static IEnumerable<Type> Messages() => House.Contracts.SelectMany(contracts => contracts.GetTypes())
        .Where(type => type is { IsInterface: false, IsEnum: false } && House.Modules.SelectMany(m => m.GetTypes())
            .Any(c => c.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IConsumer<>) && x.GetGenericArguments()[0] == type)));

    private static string FrameworksOf(Type type)
    {
        // Types that appear in the aggregate's own members; bodies are checked through ArchUnit's dependencies when the type was loaded.
        var loaded = Code.Types.FirstOrDefault(x => x.FullName == type.FullName);
        var names = loaded is null ? [] : loaded.Dependencies.Select(d => d.Target.FullName).Where(name => Framework.IsMatch(name)).Distinct().ToList();
        return names.Count == 0 ? "" : $"{type.FullName} uses {string.Join(", ", names)}";
    }

    /// <summary>ZhongFu.Ordering.Orders.PlaceOrder → itself; an area alone is not a feature.</summary>
    private static string? FeatureOf(string? space) => space is not null && Regex.IsMatch(space, @"^ZhongFu\.\w+\.\w+\.\w+$") && !space.Contains(".Contracts") && !space.Contains(".Migrations") && !space.StartsWith("ZhongFu.Architecture", StringComparison.Ordinal) ? space : null;

    private static bool SameModule(string one, string other) => one.Split('.')[1] == other.Split('.')[1];

    private static string? AreaOf(string module, string? space)
    {
        if (space is null || !space.StartsWith(module + ".", StringComparison.Ordinal)) return null;
        var area = space[(module.Length + 1)..].Split('.')[0];
        return area is "Contracts" or "Data" or "Seed" ? null : area;
    }

    private static string? FindCycle(IReadOnlyList<(string From, string To)> edges)
    {
        foreach (var start in edges.Select(edge => edge.From).Distinct())
        {
            var path = Walk(start, start, edges, [start]);
            if (path is not null) return string.Join(" -> ", path);
        }
        return null;
    }

    private static List<string>? Walk(string start, string at, IReadOnlyList<(string From, string To)> edges, List<string> path)
    {
        foreach (var next in edges.Where(edge => edge.From == at).Select(edge => edge.To))
        {
            if (next == start) return [.. path, next];
            if (path.Contains(next)) continue;
            if (Walk(start, next, edges, [.. path, next]) is { } found) return found;
        }
        return null;
    }

    private sealed class BrokenAggregate : Aggregate
    {
        public Microsoft.EntityFrameworkCore.DbContext? Forbidden { get; init; }
    }
}
