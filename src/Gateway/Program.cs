using Microsoft.Extensions.DependencyInjection.Extensions;
using ZhongFu.Catalog;
using ZhongFu.Gateway.Identity;
using ZhongFu.Gateway.Observability;
using ZhongFu.Gateway.Start;
using ZhongFu.Gateway.Web;
using ZhongFu.Insight;
using ZhongFu.Ordering;
using ZhongFu.Platform.Modules;
using ZhongFu.Procurement;
using ZhongFu.Showroom;

var command = Commands.Of(args);
if (command == "simulate-cabinets") return await CabinetSimulation.Run(args[1..], Console.Out);
if (Commands.AnswerAtOnce(command) is { } answered) return answered;

var builder = WebApplication.CreateBuilder(Commands.SettingsOf(args));
builder.Services.TryAddSingleton(TimeProvider.System);
builder.AddObservability();
builder.AddWeb();
builder.AddModules(
    new IdentityModule(),
    new CatalogModule(),
    new ShowroomModule(),
    new OrderingModule(),
    new ProcurementModule(),
    new InsightModule());

var app = builder.Build();
var choice = app.Services.GetRequiredService<ModuleCatalogue>().Choice;
IReadOnlyList<string> violations =
[
    .. ModuleRules.Violations(choice, app.Configuration),
    .. command is null or "seed" ? ProductionRules.Violations(app.Environment, app.Configuration, choice.Here.Any(module => module is OrderingModule)) : [],
];
if (violations.Count > 0)
{
    Console.Error.WriteLine("Not started:\n  " + string.Join("\n  ", violations));
    return 3;
}
app.UseWeb();
app.MapWeb();
if (await Commands.Run(command, app.Services, Console.Out) is { } exit) return exit;
app.GreetWhenStarted();
await app.RunAsync();
return 0;

/// <summary>The process; named so that tests can host it.</summary>
public partial class Program;
