using ZhongFu.Catalog;
using ZhongFu.Gateway.Ui;
using ZhongFu.Insight;
using ZhongFu.Ordering;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Procurement;
using ZhongFu.Showroom;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLocalization();
builder.Services.AddAuthorization();
builder.Services.AddRazorComponents();
builder.AddModules(new CatalogModule(), new ShowroomModule(), new OrderingModule(), new ProcurementModule(), new InsightModule());

var app = builder.Build();
await app.Services.MigrateModules();
await app.Services.PlantSeeds();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapModules();
app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetServices<Module>().Select(module => module.Assembly)]);
app.Run();

/// <summary>The process; named so that tests can host it.</summary>
public partial class Program;
