using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Seeding;

namespace ZhongFu.Platform.Modules;

/// <summary>Brings the modules into the process: nothing in a module is registered by hand.</summary>
public static class ModuleHost
{
    private static readonly Type[] FoundByInterface = [typeof(IRequestHandler<,>), typeof(IValidator<>), typeof(IInvariant), typeof(ISeed), typeof(ISignedInHook)];

    /// <summary>Registers handlers, validators, mappings, consumers, jobs, invariants and seeds of the modules, and the bus between them.</summary>
    public static void AddModules(this WebApplicationBuilder builder, params Module[] modules)
    {
        var services = builder.Services;
        var choice = ModuleChoice.Of(builder.Configuration, modules);
        var catalogue = new ModuleCatalogue(choice);

        services.AddScoped<RequestContext>();
        services.AddScoped<ModuleDatabases>();
        services.AddSingleton<SqliteWriterTurns>();
        services.AddSingleton<LiveFeed>();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationPipeline<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CommandPipeline<,>));
        foreach (var type in catalogue.Types)
            foreach (var contract in type.GetInterfaces().Where(IsFound)) services.Add(new ServiceDescriptor(contract, type, LifetimeOf(contract)));
        foreach (var job in catalogue.JobTypes) services.AddScoped(job);
        services.AddHostedService<JobRunner>();

        services.AddAutoMapper(mapping =>
        {
            mapping.LicenseKey = builder.Configuration["AutoMapper:LicenseKey"];
            mapping.AddMaps(choice.Here.Select(module => module.Assembly));
        });
        services.AddBus(builder.Configuration, catalogue);
        foreach (var module in choice.Here)
        {
            services.AddSingleton(module);
            module.AddServices(services, builder.Configuration);
        }
    }

    /// <summary>Maps the endpoints of every module.</summary>
    public static void MapModules(this WebApplication app)
    {
        foreach (var module in app.Services.GetServices<Module>())
        {
            var api = app.MapGroup("").WithTags(module.Name);
            foreach (var endpoint in module.Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IEndpoint))))
                endpoint.GetMethod(nameof(IEndpoint.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [api]);
        }
    }

    /// <summary>Rules are built once: building them costs more than applying them.</summary>
    private static ServiceLifetime LifetimeOf(Type contract) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IValidator<>) ? ServiceLifetime.Singleton : ServiceLifetime.Scoped;

    private static bool IsFound(Type contract) => FoundByInterface.Contains(contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract);
}
