using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>The cover of a county: layered hills in four tints of its colour, with a sun. No map, no claim to a likeness.</summary>
internal static class CountyCover
{
    /// <summary>Draws 800 by 300.</summary>
    /// <param name="hue">The county's colour, 0 to 359.</param>
    public static string Svg(int hue)
    {
        var random = new Random(hue * 31 + 7);
        var hills = new StringBuilder();
        for (var layer = 0; layer < 4; layer++)
        {
            var ridge = new StringBuilder($"M0 {150 + layer * 34}");
            for (var x = 100; x <= 800; x += 100) ridge.Append($"Q{x - 50} {110 + layer * 38 + random.Next(-38, 20)} {x} {142 + layer * 36 + random.Next(-16, 18)}");
            hills.Append(Path($"{ridge}V300H0Z", Colour.Hsl(hue + layer * 6, .34 + layer * .05, .78 - layer * .13)));
        }
        var terraces = Line("M40 284Q160 262 280 280M330 276Q460 254 590 272M620 288Q700 270 790 280", Colour.Hsl(hue, .4, .6), 3, .7);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 300\" width=\"800\" height=\"300\" preserveAspectRatio=\"xMidYMid slice\"><defs>" + Down("sky", Colour.Hsl(hue + 30, .7, .95), Colour.Hsl(hue, .5, .86)) + "</defs><rect width=\"800\" height=\"300\" fill=\"url(#sky)\"/>"
            + $"<circle cx=\"{560 + random.Next(120)}\" cy=\"{70 + random.Next(30)}\" r=\"40\" fill=\"#fff7df\" opacity=\".85\"/>" + hills + terraces + "</svg>";
    }
}
