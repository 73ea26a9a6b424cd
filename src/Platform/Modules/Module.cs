using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ZhongFu.Platform.Modules;

/// <summary>What a module shows the gateway: its name and its services. Everything else is found in its assembly.</summary>
public abstract class Module
{
    /// <summary>Lower case; also the schema and the SQLite file.</summary>
    public abstract string Name { get; }

    /// <summary>Runs in every process, whatever <c>Modules:Enabled</c> says.</summary>
    public virtual bool IsEverywhere => false;

    /// <summary>Where its handlers, consumers, endpoints, pages, jobs, invariants and seeds are found.</summary>
    public Assembly Assembly => GetType().Assembly;

    /// <summary>Registers the module's database and what cannot be found by itself.</summary>
    public abstract void AddServices(IServiceCollection services, IConfiguration configuration);
}

/// <summary>The REST door of one feature.</summary>
public interface IEndpoint
{
    /// <summary>Maps one route; says who may call it with <c>ToEveryone</c>, <c>ToSignedIn</c> or <c>ToHolders</c>.</summary>
    static abstract void Map(IEndpointRouteBuilder api);
}

/// <summary>Puts a page into the staff menu for those who may open it.</summary>
/// <param name="label">Resource key of the shell's texts.</param>
/// <param name="order">Position; tens, so that others fit between.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MenuAttribute(string label, int order) : Attribute
{
    /// <summary>Resource key of the shell's texts.</summary>
    public string Label { get; } = label;

    /// <summary>Position in the menu.</summary>
    public int Order { get; } = order;
}
