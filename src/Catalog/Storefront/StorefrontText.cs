using System.Globalization;

namespace ZhongFu.Catalog.Storefront;

/// <summary>Marks the texts of the storefront: <c>StorefrontText.resx</c> and its English twin.</summary>
internal sealed class StorefrontText;

/// <summary>Names of goods and places are data; English is shown where it is known.</summary>
internal static class Names
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static string Local(string name, string nameEn) => IsEnglish && nameEn.Length > 0 ? nameEn : name;
}
