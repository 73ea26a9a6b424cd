using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ZhongFu.Platform.Ui;

/// <summary>The name under which the site appears, from configuration (<c>Brand</c>), in the language of the page.</summary>
public static class Brand
{
    /// <summary>Name of the site.</summary>
    public static string Name(IConfiguration configuration) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? null : configuration["Brand:NameEn"]) ?? configuration["Brand:Name"] ?? "ZhongFu";

    /// <summary>The district whose people buy here; a place name, never translated.</summary>
    public static string District(IConfiguration configuration) => configuration["Brand:District"] ?? "";
}
