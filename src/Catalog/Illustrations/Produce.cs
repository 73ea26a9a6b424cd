using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>One piece of vegetables, mushrooms, nuts, eggs and fish, about 100 wide, around its own middle.</summary>
internal static class Produce
{
    public static string Tomato() => Path("M0-38C30-50 56-26 54 4 52 34 28 46 0 46S-52 34-54 4C-56-26-30-50 0-38Z", "url(#body)") + Path("M0-36L-8-52 0-44 10-56 10-42 28-46 14-34 24-22 4-30-14-20-8-32-28-36-10-42Z", "#3f7a2a") + Shine(-24, -10, 8, 13);

    public static string Potato() => Path("M-52-8C-50-38-10-44 20-38 50-30 60-4 52 20 42 42 4 46-24 40-48 34-54 14-52-8Z", "url(#body)") + Oval(-14, 6, 6, 3, "#5b3817", .35) + Oval(18, -10, 5, 3, "#5b3817", .35) + Oval(26, 18, 5, 2.6, "#5b3817", .35) + Specks(22, 38, 1, "#5b3817", .3) + Shine(-22, -18, 7, 12);

    public static string Pepper() => Path("M-40-40C-26-58 6-52 8-36 16 2 34 30 62 46 30 58-18 44-36 6-42-8-48-28-40-40Z", "url(#body)") + Path("M-44-40C-36-58-4-58 8-40-8-46-26-46-44-40Z", "#4d7f23") + Line("M-20-52C-24-64-20-72-12-80", "#4d7f23", 7) + Line("M-24-28C-16 6 4 26 30 38", "#fff", 5, .4);

    public static string Pumpkin() => Oval(-44, 6, 34, 46, "url(#body)") + Oval(44, 6, 34, 46, "url(#body)") + Oval(-24, 4, 34, 52, "url(#body)") + Oval(24, 4, 34, 52, "url(#body)") + Oval(0, 4, 28, 54, "url(#body)") + Path("M-8-46C-8-62 2-70 16-74L20-62C10-58 8-54 10-46Z", "#5c6f2a") + Oval(-26, -18, 8, 16, "#fff", .35, 16);

    public static string Cabbage()
    {
        var ball = new StringBuilder(Path("M0-70C46-72 78-36 74 8 70 52 36 70 0 70S-70 52-74 8C-78-36-46-72 0-70Z", "url(#body)"));
        ball.Append(Path("M-74 8C-86-30-52-70-14-68-46-40-50 10-22 62-52 60-70 40-74 8Z", "#fff", " opacity=\".22\"")).Append(Path("M74 8C86-30 52-70 14-68 46-40 50 10 22 62 52 60 70 40 74 8Z", "#2f5a17", " opacity=\".16\""));
        return ball + Line("M0 66C-4 20-2-30 4-62M0 20C-20 4-34-18-38-40M2 20C20 4 34-16 40-40M-1 44C-22 32-40 14-52-8M1 44C22 32 42 14 52-6", "#fff", 4, .6);
    }

    public static string Mushroom(int turn) => Path("M-14 6C-12 30-20 44-22 54Q0 64 22 54C20 44 12 30 14 6Z", "#f4e8d2") + Line("M-6 14V48M6 14V50", "#c7ae86", 2, .5) + Path("M-56 8C-56-34-28-54 0-54S56-34 56 8Q0 26-56 8Z", "url(#body)") + Path("M-56 8Q0 26 56 8 30 32 0 32T-56 8Z", "#e2cda6")
        + Line($"M-30-20L-18-8M-8-40L{turn % 8}-24M14-34L24-20M32-16L40-6M-40-4L-32 4M4-14L14-6", "#fff2d8", 4, .55) + Oval(-24, -28, 8, 14, "#fff", .28, 40);

    public static string EarFungus() => Path("M-54 10C-66-20-34-50-8-40 6-58 46-50 50-20 66-8 58 30 34 32 20 52-18 50-26 36-44 40-54 26-54 10Z", "url(#body)") + Line("M-34 4C-24-16-6-18 6-4 18-20 36-14 38 2M-14 24C-4 10 14 12 22 22", "#fff", 3, .3);

    public static string Egg() => Path("M0-46C24-46 38-10 38 12 38 34 20 46 0 46S-38 34-38 12C-38-10-24-46 0-46Z", "url(#body)") + Specks(16, 32, .9, "#7d5630", .3) + Oval(-12, -14, 7, 14, "#fff", .5, 20);

    public static string Date() => Oval(0, 0, 46, 30, "url(#body)") + Line("M-34-8C-16-2 10-14 32-6M-30 8C-10 2 14 12 34 4M-12-24C-4-8-6 8-10 24", "#5c0f0c", 2, .4) + Oval(-16, -12, 12, 5, "#fff", .4, -14);

    public static string Walnut() => "<circle r=\"44\" fill=\"url(#body)\"/>" + Line("M0-44C-6-16 6 14 0 44M-20-38C-34-20-16-8-30 10-34 24-22 32-16 38M20-38C34-20 16-8 30 10 34 24 22 32 16 38M-42-6C-32-10-28 0-38 8M42-6C32-10 28 0 38 8", "#4f2f12", 2.6, .5) + Shine(-16, -18, 6, 10);

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
