using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;
using HeaderNames = Microsoft.Net.Http.Headers.HeaderNames;

namespace ZhongFu.Gateway.Web;

/// <summary>Language, theme and font size: read for every request, chosen by a plain form.</summary>
internal static class Preferences
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static void AddPreferences(this IServiceCollection services)
    {
        // Set explicitly, so that jobs and seeds speak Chinese too, whatever the machine is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Chinese;
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? PagePreferences.Of(context.Request) : PagePreferences.Default);
        services.AddLocalization();
    }

    public static void UsePreferences(this WebApplication app) => app.Use((context, next) =>
    {
        Speak(context);
        return next(context);
    });

    /// <summary>From here on this request is answered in its language. Pages speak the language that was chosen; a program without a choice says by Accept-Language what it reads.</summary>
    public static void Speak(HttpContext context) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageOf(context.Request) == "en" ? English : Chinese;

    private static string LanguageOf(HttpRequest request)
    {
        var chosen = PagePreferences.Of(request);
        if (!ReferenceEquals(chosen, PagePreferences.Default) || !PageRequest.PathOf(request.HttpContext).StartsWithSegments("/api") || request.Headers.AcceptLanguage.Count == 0) return chosen.Language;
        var answer = request.HttpContext.Response.Headers;
        if (!answer.Vary.Contains(HeaderNames.AcceptLanguage)) answer.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage.Where(x => x.Quality is not 0).OrderByDescending(x => x.Quality ?? 1))
        {
            if (wanted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
            if (wanted.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return "zh-CN";
        }
        return chosen.Language;
    }
}

internal sealed class ChoosePreferencesEndpoint : IEndpoint
{
    // The same for everybody and on every page, so without an antiforgery token: protected by the same-origin check.
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preferences", Choose).DisableAntiforgery().ExcludeFromDescription().ToEveryone();

    private static RedirectHttpResult Choose([FromForm] string? lang, [FromForm] string? theme, [FromForm] string? font, [FromForm] string? returnUrl, HttpContext context)
    {
        Keep(context, PagePreferences.LanguageCookie, PagePreferences.KnownLanguage(lang));
        Keep(context, PagePreferences.ThemeCookie, PagePreferences.KnownTheme(theme));
        Keep(context, PagePreferences.FontCookie, PagePreferences.KnownFont(font));
        return TypedResults.LocalRedirect(LocalPath.Or(returnUrl, PageRequest.Referrer(context.Request)));
    }

    private static void Keep(HttpContext context, string cookie, string? value)
    {
        if (value is null) return;
        context.Response.Cookies.Append(cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/" });
    }
}
