using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ZhongFu.Catalog.Illustrations;

namespace ZhongFu.Catalog.Tests.Illustrations;

public sealed class ProductArtTests
{
    public static TheoryData<string> Families => new(ProductArt.Families);

    [Theory, MemberData(nameof(Families))]
    public void Every_family_is_a_small_valid_picture(string family)
    {
        foreach (var variant in new[] { "", "red", "green", "gift", "unheard-of" })
        {
            var svg = ProductArt.Svg(family, variant, "寻", "新米", 17);
            Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
            Assert.InRange(Weight(svg), 300, 3481);
        }
    }

    [Theory, MemberData(nameof(Families))]
    public void The_same_product_is_the_same_picture(string family) =>
        Assert.Equal(ProductArt.Svg(family, "", "寻", "新米", 17), ProductArt.Svg(family, "", "寻", "新米", 17));

    [Theory, MemberData(nameof(Families))]
    public void Another_product_is_another_picture(string family) =>
        Assert.NotEqual(ProductArt.Svg(family, "", "寻", "新米", 17), ProductArt.Svg(family, "", "寻", "新米", 18));

    [Fact]
    public void At_least_24_families_have_a_drawing_of_their_own() =>
        Assert.True(ProductArt.Families.Select(family => ProductArt.Svg(family, "", "寻", "新米", 1)).Distinct().Count() >= 24);

    [Fact]
    public void Words_on_a_label_stay_words() => Assert.DoesNotContain("<b>", ProductArt.Svg("rice", "", "<", "<b>", 1), StringComparison.Ordinal);

    [Fact]
    public void A_county_cover_is_a_valid_picture() => Assert.NotNull(XDocument.Parse(CountyCover.Svg(120)).Root);

    private static long Weight(string svg)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(Encoding.UTF8.GetBytes(svg));
        return packed.Length;
    }
}
