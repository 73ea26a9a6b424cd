using System.Reflection;
using MassTransit;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Jobs;

namespace ZhongFu.Platform.Modules;

/// <summary>What the modules contain, found once by reflection. The only reflection in the code base.</summary>
public sealed class ModuleCatalogue
{
    private readonly Dictionary<string, Type> messages;
    private readonly ILookup<Type, string> consumers;

    internal ModuleCatalogue(ModuleChoice choice)
    {
        Choice = choice;
        var modules = Modules = choice.Here;
        Types = [.. modules.SelectMany(TypesOf)];
        ConsumerTypes = Types.Where(IsConsumer).ToArray();
        DistantConsumerTypes = [.. choice.Elsewhere.SelectMany(TypesOf).Where(IsConsumer)];
        JobTypes = Types.Where(type => type.IsAssignableTo(typeof(IRecurringJob))).ToArray();
        DatabaseTypes = Types.Where(type => type.IsAssignableTo(typeof(ModuleDb))).ToArray();
        consumers = ConsumerTypes.SelectMany(type => Consumed(type).Select(message => (message, type.Name))).ToLookup(x => x.message, x => x.Name);
        messages = modules.SelectMany(module => module.Assembly.GetReferencedAssemblies())
            .Where(name => name.Name is { } text && text.StartsWith("ZhongFu.", StringComparison.Ordinal) && text.EndsWith(".Contracts", StringComparison.Ordinal))
            .DistinctBy(name => name.Name).SelectMany(name => Assembly.Load(name).GetTypes())
            .Concat(consumers.Select(group => group.Key)).Distinct().Where(type => type.FullName is not null)
            .ToDictionary(type => type.FullName!);
    }

    /// <summary>What runs here and what elsewhere.</summary>
    public ModuleChoice Choice { get; }

    /// <summary>The modules of this process, in the order of <c>Program.cs</c>.</summary>
    public IReadOnlyList<Module> Modules { get; }

    /// <summary>Every concrete type of every module.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Reactions to messages.</summary>
    public IReadOnlyList<Type> ConsumerTypes { get; }

    /// <summary>Reactions of the modules that run in another process.</summary>
    public IReadOnlyList<Type> DistantConsumerTypes { get; }

    internal IReadOnlyList<Type> JobTypes { get; }
    internal IReadOnlyList<Type> DatabaseTypes { get; }

    /// <summary>Names of the consumers in this process that handle the message.</summary>
    public IReadOnlyCollection<string> ConsumersOf(Type message) => [.. consumers[message]];

    /// <summary>The type behind a contract name.</summary>
    /// <exception cref="InvalidOperationException">No module knows the name.</exception>
    internal Type MessageType(string contract) =>
        messages.GetValueOrDefault(contract) ?? throw new InvalidOperationException($"No contract is named {contract}.");

    /// <summary>GetTypes, not GetExportedTypes: what modules contain is internal.</summary>
    private static IEnumerable<Type> TypesOf(Module module) =>
        module.Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false });

    private static bool IsConsumer(Type type) => type.IsAssignableTo(typeof(IConsumer));

    private static IEnumerable<Type> Consumed(Type consumer) =>
        consumer.GetInterfaces().Where(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(x => x.GetGenericArguments()[0]);
}
