using System.Globalization;
using System.Text;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>Writes SVG. All numbers invariant and short: the same drawing is the same bytes everywhere.</summary>
internal static class Brush
{
    public static string Num(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A body lit from the top left: light, local colour, dark.</summary>
    public static string Lit(string id, Shades shades) =>
        $"<radialGradient id=\"{id}\" cx=\".35\" cy=\".3\" r=\".78\"><stop offset=\"0\" stop-color=\"{shades.Light}\"/><stop offset=\".55\" stop-color=\"{shades.Mid}\"/><stop offset=\"1\" stop-color=\"{shades.Dark}\"/></radialGradient>";

    public static string Down(string id, params string[] colours)
    {
        var stops = new StringBuilder();
        for (var i = 0; i < colours.Length; i++) stops.Append($"<stop offset=\"{Num((double)i / (colours.Length - 1))}\" stop-color=\"{colours[i]}\"/>");
        return $"<linearGradient id=\"{id}\" x2=\"0\" y2=\"1\">{stops}</linearGradient>";
    }

    public static string Across(string id, params string[] colours) => Down(id, colours).Replace("x2=\"0\" y2=\"1\"", "", StringComparison.Ordinal);

    public static string At(double x, double y, double scale, double turn, string inner) =>
        $"<g transform=\"translate({Num(x)} {Num(y)}){(turn == 0 ? "" : $" rotate({Num(turn)})")}{(Math.Abs(scale - 1) < .01 ? "" : $" scale({scale.ToString("0.##", CultureInfo.InvariantCulture)})")}\">{inner}</g>";

    public static string Use(string id, double x, double y, double scale, double turn) => At(x, y, scale, turn, $"<use href=\"#{id}\"/>");

    public static string Path(string d, string fill, string more = "") => $"<path d=\"{d}\" fill=\"{fill}\"{more}/>";

    public static string Line(string d, string stroke, double width, double opacity = 1) =>
        $"<path d=\"{d}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{Num(width)}\" stroke-linecap=\"round\"{(opacity < 1 ? $" opacity=\"{opacity.ToString("0.##", CultureInfo.InvariantCulture)}\"" : "")}/>";

    public static string Oval(double x, double y, double rx, double ry, string fill, double opacity = 1, double turn = 0) =>
        $"<ellipse cx=\"{Num(x)}\" cy=\"{Num(y)}\" rx=\"{Num(rx)}\" ry=\"{Num(ry)}\" fill=\"{fill}\"{(opacity < 1 ? $" opacity=\"{opacity.ToString("0.##", CultureInfo.InvariantCulture)}\"" : "")}{(turn == 0 ? "" : $" transform=\"rotate({Num(turn)} {Num(x)} {Num(y)})\"")}/>";

    /// <summary>The white highlight every body carries.</summary>
    public static string Shine(double x = -18, double y = -16, double rx = 8, double ry = 15) => Oval(x, y, rx, ry, "#fff", .36, 28);

    /// <summary>Pores, seeds, specks: a spiral of dots that never looks like a grid.</summary>
    public static string Specks(int count, double radius, double size, string fill, double opacity)
    {
        var dots = new StringBuilder($"<g fill=\"{fill}\" opacity=\"{opacity.ToString("0.##", CultureInfo.InvariantCulture)}\">");
        for (var i = 1; i <= count; i++)
        {
            var (angle, reach) = (i * 2.4, radius * Math.Sqrt((double)i / count));
            dots.Append($"<circle cx=\"{Num(Math.Cos(angle) * reach)}\" cy=\"{Num(Math.Sin(angle) * reach)}\" r=\"{Num(size)}\"/>");
        }
        return dots.Append("</g>").ToString();
    }

    public static string Leaf(double x, double y, double turn, double scale = 1) => At(x, y, scale, turn,
        Path("M0 0C6-22 30-30 52-20 42 2 20 10 0 0Z", "url(#leaf)") + Line("M3-1Q26-10 47-18", "#fff", 1.6, .5));
}

/// <summary>Three tones of one colour.</summary>
internal sealed record Shades(string Light, string Mid, string Dark)
{
    /// <summary>The same colour a little further round the wheel, so that neighbours in a list differ.</summary>
    public Shades Turned(double degrees) => new(Colour.Turn(Light, degrees), Colour.Turn(Mid, degrees), Colour.Turn(Dark, degrees));
}

/// <summary>Colours as people speak of them: hue, saturation, lightness.</summary>
internal static class Colour
{
    public static string Hsl(double hue, double saturation, double lightness)
    {
        hue = (hue % 360 + 360) % 360;
        double Part(double n)
        {
            var k = (n + hue / 30) % 12;
            return lightness - saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1));
        }
        return $"#{Byte(Part(0)):x2}{Byte(Part(8)):x2}{Byte(Part(4)):x2}";
    }

    public static string Turn(string hex, double degrees)
    {
        var (r, g, b) = (Convert.ToInt32(hex[1..3], 16) / 255.0, Convert.ToInt32(hex[3..5], 16) / 255.0, Convert.ToInt32(hex[5..7], 16) / 255.0);
        var (max, min) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (span, light) = (max - min, (max + min) / 2);
        if (span < .001) return hex;
        var hue = max == r ? 60 * ((g - b) / span % 6) : max == g ? 60 * ((b - r) / span + 2) : 60 * ((r - g) / span + 4);
        return Hsl(hue + degrees, span / (1 - Math.Abs(2 * light - 1)), light);
    }

    private static int Byte(double part) => (int)Math.Round(Math.Clamp(part, 0, 1) * 255);
}
