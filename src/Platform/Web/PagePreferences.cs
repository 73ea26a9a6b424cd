using Microsoft.AspNetCore.Http;

namespace ZhongFu.Platform.Web;

/// <summary>What a visitor chose for all pages; kept in cookies, so it holds for guests too. The layout puts it on the <c>html</c> element.</summary>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>: cookie, then <c>?lang=</c>, then <c>zh-CN</c>.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>auto</c> (as the device says).</param>
/// <param name="Font"><c>standard</c> or <c>large</c>.</param>
public sealed record PagePreferences(string Language, string Theme, string Font)
{
    /// <summary>Cookie of the language.</summary>
    public const string LanguageCookie = "zf_lang";

    /// <summary>Cookie of the theme.</summary>
    public const string ThemeCookie = "zf_theme";

    /// <summary>Cookie of the font size.</summary>
    public const string FontCookie = "zf_font";

    /// <summary>What a visitor sees who chose nothing.</summary>
    public static PagePreferences Default { get; } = new("zh-CN", "auto", "standard");

    /// <summary>The language if we speak it, else null.</summary>
    public static string? KnownLanguage(string? text) => text switch { "zh-CN" => "zh-CN", "en" => "en", _ => null };

    /// <summary>The theme if there is one of the name, else null.</summary>
    public static string? KnownTheme(string? text) => text switch { "light" => "light", "dark" => "dark", "auto" => "auto", _ => null };

    /// <summary>The font size if there is one of the name, else null.</summary>
    public static string? KnownFont(string? text) => text switch { "standard" => "standard", "large" => "large", _ => null };

    /// <summary>The preferences of a request.</summary>
    public static PagePreferences Of(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0 && !request.QueryString.HasValue) return Default;
        var cookies = request.Cookies;
        var language = KnownLanguage(cookies[LanguageCookie]) ?? (request.QueryString.HasValue ? KnownLanguage(request.Query["lang"]) : null);
        var (theme, font) = (KnownTheme(cookies[ThemeCookie]), KnownFont(cookies[FontCookie]));
        return language is null && theme is null && font is null ? Default : new(language ?? Default.Language, theme ?? Default.Theme, font ?? Default.Font);
    }
}
