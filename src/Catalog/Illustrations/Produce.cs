using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>One piece of vegetables, eggs, fish and meat, about 100 wide, around its own middle.</summary>
internal static class Produce
{
    public static string Tomato() => Path("M0-38C30-50 56-26 54 4 52 34 28 46 0 46S-52 34-54 4C-56-26-30-50 0-38Z", "url(#body)") + Path("M0-36L-8-52 0-44 10-56 10-42 28-46 14-34 24-22 4-30-14-20-8-32-28-36-10-42Z", "#3f7a2a") + Shine(-24, -10, 8, 13);

    public static string Potato() => Path("M-52-8C-50-38-10-44 20-38 50-30 60-4 52 20 42 42 4 46-24 40-48 34-54 14-52-8Z", "url(#body)") + Oval(-14, 6, 6, 3, "#5b3817", .35) + Oval(18, -10, 5, 3, "#5b3817", .35) + Oval(26, 18, 5, 2.6, "#5b3817", .35) + Specks(22, 38, 1, "#5b3817", .3) + Shine(-22, -18, 7, 12);

    public static string Pepper() => Path("M-40-40C-26-58 6-52 8-36 16 2 34 30 62 46 30 58-18 44-36 6-42-8-48-28-40-40Z", "url(#body)") + Path("M-44-40C-36-58-4-58 8-40-8-46-26-46-44-40Z", "#4d7f23") + Line("M-20-52C-24-64-20-72-12-80", "#4d7f23", 7) + Line("M-24-28C-16 6 4 26 30 38", "#fff", 5, .4);

    public static string Pumpkin() => Oval(-44, 6, 34, 46, "url(#body)") + Oval(44, 6, 34, 46, "url(#body)") + Oval(-24, 4, 34, 52, "url(#body)") + Oval(24, 4, 34, 52, "url(#body)") + Oval(0, 4, 28, 54, "url(#body)") + Path("M-8-46C-8-62 2-70 16-74L20-62C10-58 8-54 10-46Z", "#5c6f2a") + Oval(-26, -18, 8, 16, "#fff", .35, 16);

    /// <summary>A Chinese cabbage: white ribs that fan out into curled leaves.</summary>
    public static string Cabbage() =>
        Path("M0-76C12-86 30-82 36-70 52-66 56-50 52-38 64-24 56-4 48 12 48 42 32 68 0 68S-48 42-48 12C-56-4-64-24-52-38-56-50-52-66-36-70-30-82-12-86 0-76Z", "url(#body)")
        + Path("M-52-38C-62-20-58 0-48 12-48 42-36 62-14 67-32 40-38 6-32-26-38-36-46-40-52-38ZM52-38C62-20 58 0 48 12 48 42 36 62 14 67 32 40 38 6 32-26 38-36 46-40 52-38Z", "#fff", " opacity=\".24\"")
        + Path("M-17 67C-18 30-12-14 0-50 12-14 18 30 17 67Q0 71-17 67ZM-40 46C-46 18-42-10-32-32-27-6-26 32-23 63-32 60-37 54-40 46ZM40 46C46 18 42-10 32-32 27-6 26 32 23 63 32 60 37 54 40 46Z", "#fdfbef", " opacity=\".92\"")
        + Line("M-4-28C-12-38-20-46-26-60M4-28C12-38 20-46 26-60M0-50V-70M-9 2C-18-8-22-16-24-28M9 2C18-8 22-16 24-28M-33-28C-40-38-44-46-46-58M33-28C40-38 44-46 46-58", "#fff", 2.4, .6) + Line("M0 62C-2 30-2 0 0-30M-7 62C-8 34-6 14-3-8M7 62C8 34 6 14 3-8", "#b9c48a", 1.6, .6);

    /// <summary>A cut of meat with its fat.</summary>
    public static string Meat() =>
        Path("M-62 8C-68-24-32-44 8-40 46-38 72-14 64 14 56 38 12 42-22 38-48 36-60 28-62 8Z", "#fbe6da") + Path("M-52 8C-57-18-28-34 6-31 40-29 60-9 54 12 46 29 10 33-20 29-42 27-50 22-52 8Z", "url(#body)")
        + Line("M-38-8C-20-2-16 8 4 4M-12-24C0-14 18-18 30-8M-40 14C-26 18-10 12 2 22M16 20C26 14 36 14 46 4M-26-20-18-12M30-20 38-14", "#ffe3d8", 3.2, .75) + Oval(-20, -16, 16, 5, "#fff", .28, -22);

    public static string Egg() => Path("M0-46C24-46 38-10 38 12 38 34 20 46 0 46S-38 34-38 12C-38-10-24-46 0-46Z", "url(#body)") + Specks(16, 32, .9, "#7d5630", .3) + Oval(-12, -14, 7, 14, "#fff", .5, 20);

    public static string Fish() => Path("M-92 0C-60-40 10-44 56-8L94-34Q86 0 94 34L56 8C10 44-60 40-92 0Z", "url(#body)") + Path("M-30-28C-10-50 14-46 30-24Z", "url(#body)") + Line("M-52-22C-42-8-42 10-52 22M-28-14C-20-4-20 6-28 14M-8-16C0-6 0 8-8 16M14-14C22-4 22 6 14 14", "#fff", 2.4, .45) + "<circle cx=\"-70\" cy=\"-6\" r=\"6\" fill=\"#fff\"/><circle cx=\"-71\" cy=\"-6\" r=\"3.2\" fill=\"#17212a\"/>" + Line("M-80 8Q-72 12-66 9", "#17212a", 2, .5) + Oval(-24, -18, 30, 6, "#fff", .35, -6);

    /// <summary>Grains that ran out of a sack.</summary>
    public static string Grains(int seed, Shades shades)
    {
        var random = new Random(seed);
        var grains = new StringBuilder();
        for (var i = 0; i < 46; i++)
        {
            var (x, y) = (200 + (random.NextDouble() + random.NextDouble() - 1) * 130, 330 + random.NextDouble() * 18);
            grains.Append(Oval(x, y, 6, 2.8, i % 3 == 0 ? shades.Mid : shades.Light, 1, random.Next(180)));
        }
        return grains.ToString();
    }

    public static string Ear() => Line("M0 70C-4 20-2-20 6-60", "#b68a2c", 4) + string.Concat(Enumerable.Range(0, 7).Select(i => Oval(-11 + i * .6, -50 + i * 15, 5.5, 12, "url(#body)", 1, -28) + Oval(15 + i * .3, -52 + i * 15, 5.5, 12, "url(#body)", 1, 28))) + Oval(7, -66, 5.5, 13, "url(#body)");
}
