using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Observability;
using ZhongFu.Gateway.Security;
using ZhongFu.Gateway.Ui;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Web;

/// <summary>Everything between the socket and a module's door, in the order a request meets it.</summary>
internal static class WebStart
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddCascadingAuthenticationState();
        services.AddSingleton<ShopFront>();
        services.AddSingleton<StaffMenu>();
        services.AddHttpForwarder();
        services.AddPreferences();
        services.AddSingleton<RuleTexts>();
        services.AddJsonRules();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = answer => Problems.Complete(answer.HttpContext, answer.ProblemDetails));
        services.AddExceptionHandler<ProblemAnswers>();
        services.AddAuthorization(options => options.FallbackPolicy = PermissionPolicies.Closed);
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddRateLimits(builder.Configuration);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "zf_form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // set for every answer
        });
        services.AddDataProtection().SetApplicationName("ZhongFu").PersistKeysToFileSystem(Directory.CreateDirectory(KeyFolder(builder.Configuration)));
        services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(30), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = RequestDoor.LargestBody;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddApiDescription();
        PublicPages.AddTo(services);
    }

    /// <summary>Processes that share sessions read the same keys.</summary>
    private static string KeyFolder(IConfiguration configuration) => configuration["DataProtection:Folder"] is { Length: > 0 } folder ? folder : Path.Combine(configuration.DataFolder(), "keys");

    public static void UseWeb(this WebApplication app)
    {
        app.UseHeaders();
        ProblemAnswers.Use(app);
        app.UseHeadAsGet();
        app.UseRouting();
        app.UsePageAnswers();
        app.UseOutputCache(); // before compression: what is stored is compressed already; before sign-in: what is stored is for everybody
        app.UsePreferences();
        app.UseResponseCompression();
        app.UseRequestTimeouts();
        app.UseSameOrigin();
        app.UseRequestDoor();
        app.UseAuthentication();
        app.UseRequestActor();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFormAnswers();
    }

    public static void MapWeb(this WebApplication app)
    {
        var pages = app.MapFrameworkGroup();
        pages.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapApiDescription();
        app.MapModules();
        app.MapDistantModules();
        if (!app.Services.GetRequiredService<ShopFront>().IsHere) app.MapGet("/", () => TypedResults.Redirect("/work")).AllowAnonymous().ExcludeFromDescription();
        pages.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetServices<Module>().Select(module => module.Assembly).Where(assembly => assembly != typeof(App).Assembly)]).WithStaticAssets();
        app.RequireSayingWhoMay();
    }
}
