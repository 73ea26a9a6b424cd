using System.Security.Cryptography;
using System.Text;
using ZhongFu.Catalog.Illustrations;
using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Paths of pictures. The path carries a hash of the picture itself, so browsers may keep it for ever.</summary>
internal static class Pictures
{
    /// <summary>Path of the illustration of a product.</summary>
    public static string PathOf(Product product, string county) => $"/art/{product.ArtFamily}/{Hash(Draw(product, county))}.svg";

    /// <summary>Path of the cover of a county.</summary>
    public static string CoverOf(string countyCode) => $"/art/county/{countyCode}.svg";

    /// <summary>The illustration of a product; its package says the last words of the name, its seal the county.</summary>
    public static string Draw(Product product, string county) => ProductArt.Svg(product.ArtFamily, product.ArtVariant, county[..1], LabelOf(product.Name), product.Number);

    /// <summary>The last two characters before a bracket or blank: 凤庆红茶（特级） is labelled 红茶.</summary>
    internal static string LabelOf(string name)
    {
        var end = name.AsSpan().IndexOfAny("（( ");
        var words = end > 0 ? name[..end] : name;
        return words.Length <= 2 ? words : words[^2..];
    }

    private static string Hash(string svg) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg)).AsSpan(0, 8));
}
