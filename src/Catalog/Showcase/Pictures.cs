using System.Security.Cryptography;
using System.Text;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Paths of pictures. The path carries a hash of the picture itself, so browsers may keep it for ever.</summary>
internal static class Pictures
{
    /// <summary>Path of the illustration of a product.</summary>
    public static string PathOf(string family, string variant, string county, int number) =>
        $"/art/{family}/{Hash(Draw(family, variant, county, number))}.svg";

    /// <summary>Path of the cover of a county.</summary>
    public static string CoverOf(string countyCode) => $"/art/county/{countyCode}.svg";

    public static string Draw(string family, string variant, string county, int number)
    {
        var hue = (family.Sum(c => c) * 37 + variant.Length * 11 + number) % 360;
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400"><rect width="400" height="400" fill="hsl({hue} 50% 92%)"/><circle cx="200" cy="210" r="110" fill="hsl({hue} 55% 60%)"/></svg>""";
    }

    public static string DrawCover(int hue) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 300" width="800" height="300"><rect width="800" height="300" fill="hsl({hue} 45% 90%)"/><path d="M0 220 Q200 120 400 200 T800 160 V300 H0Z" fill="hsl({hue} 40% 60%)"/></svg>""";

    private static string Hash(string svg) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg)).AsSpan(0, 8));
}
