using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>The cover of a county: four ridges in tints of its colour, mist between them, a village and terraces in front. No map, no claim to a likeness.</summary>
internal static class CountyCover
{
    private const int Width = 800, Height = 300;

    /// <summary>Draws 800 by 300; what matters lies in the middle 480, which is all a card shows.</summary>
    /// <param name="hue">The county's colour, 0 to 359.</param>
    public static string Svg(int hue)
    {
        var random = new Random(hue * 31 + 7);
        var (tints, land) = (new StringBuilder(Down("sky", Colour.Hsl(hue + 40, .55, .9), Colour.Hsl(hue + 40, .7, .96))), new StringBuilder());
        for (var layer = 0; layer < 4; layer++)
        {
            var ridge = new Ridge(128 + layer * 38, 40 - layer * 9, 2.3 - layer * .35, random.NextDouble() * 6, random.NextDouble() * 6);
            // Each ridge fades towards its foot, as if mist lay in the valley; the nearest one does not.
            tints.Append(Down($"h{layer}", Colour.Hsl(hue + layer * 4, .2 + layer * .06, .74 - layer * .1), Colour.Hsl(hue + 20, .3, layer == 3 ? .34 : .86 - layer * .08)));
            if (layer == 3) land.Append(Village(ridge, hue, random));
            land.Append(Path($"{ridge.Draw(0)}V{Height}H0Z", $"url(#h{layer})"));
            if (layer == 3) land.Append(Line(ridge.Draw(16) + ridge.Draw(30) + ridge.Draw(45), Colour.Hsl(hue + 30, .45, .66), 2.2, .5));
        }
        var sun = $"<circle cx=\"{440 + random.Next(130)}\" cy=\"{62 + random.Next(24)}\" r=\"30\" fill=\"#fff6dc\"/>";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" preserveAspectRatio=\"xMidYMid slice\"><defs>{tints}</defs><rect width=\"{Width}\" height=\"{Height}\" fill=\"url(#sky)\"/>{sun}{land}</svg>";
    }

    private static string Village(Ridge ridge, int hue, Random random)
    {
        var (village, left) = (new StringBuilder(), 230 + random.Next(60));
        var (roof, tree) = (Colour.Hsl(hue, .12, .3), Colour.Hsl(hue + 10, .34, .36));
        for (var i = 0; i < 7; i++)
        {
            var x = left + i * 21 + random.Next(-4, 5);
            village.Append(i % 2 == 1
                ? At(x, ridge.At(x) + 4, 1 + random.Next(4) * .1, 0, Path("M-11 0V-12H11V0Z", "#fffaf0") + Path("M-15-11L0-20 15-11Z", roof) + Path("M-3 0V-7H3V0Z", roof))
                : Oval(x, ridge.At(x) - 7, 8, 11 + random.Next(5), tree));
        }
        return village.ToString();
    }

    /// <summary>A skyline of two waves.</summary>
    private sealed record Ridge(double Level, double Rise, double Waves, double Phase, double Second)
    {
        private const int Step = 50;

        public double At(double x)
        {
            var turn = x / Width * Math.Tau * Waves;
            return Level - Rise * (.65 * Math.Sin(turn + Phase) + .35 * Math.Sin(2.4 * turn + Second));
        }

        /// <summary>The path of the skyline, so far below it.</summary>
        public string Draw(double below)
        {
            var path = new StringBuilder($"M0 {Num(At(0) + below)}");
            for (var x = 0; x < Width; x += Step)
                path.Append($"C{Num(x + Step / 3d)} {Num(At(x) + below + Slope(x))} {Num(x + Step * 2 / 3d)} {Num(At(x + Step) + below - Slope(x + Step))} {x + Step} {Num(At(x + Step) + below)}");
            return path.ToString();
        }

        private double Slope(double x) => (At(x + 1) - At(x - 1)) / 2 * Step / 3;
    }
}
