using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>One piece of each fruit, about 100 wide, around its own middle.</summary>
internal static class Fruits
{
    public static string Apple() => Path("M0-34C-14-49-49-44-51-8-52 27-26 51-8 47-3 46 3 46 8 47 26 51 52 27 51-8 49-44 14-49 0-34Z", "url(#body)") + Line("M-15-35Q0-25 15-35", "#4c120c", 4, .35) + Line("M0-31C0-42 3-50 9-57", "#6b4423", 5) + Shine();

    public static string Citrus() => "<circle r=\"49\" fill=\"url(#body)\"/>" + Specks(26, 44, 1.3, "#8a4504", .25) + "<circle cy=\"-40\" r=\"4\" fill=\"#7c8a2d\"/>" + Shine();

    public static string Pomelo() => Path("M0-58C30-58 60-24 58 14 56 44 30 56 0 56S-56 44-58 14C-60-24-30-58 0-58Z", "url(#body)") + Specks(30, 50, 1.4, "#7a6a10", .22) + Line("M0-57V-66", "#6b5a23", 5) + Shine(-22, -18, 9, 18);

    public static string PomeloCut() => "<circle r=\"56\" fill=\"url(#body)\"/><circle r=\"50\" fill=\"#fff7e6\"/>" + Wedges(10, 42, "#f6a58f");

    public static string CitrusCut() => "<circle r=\"47\" fill=\"url(#body)\"/><circle r=\"42\" fill=\"#fff1d6\"/>" + Wedges(9, 37, "#fba13a");

    public static string Kiwi() => Oval(0, 0, 54, 44, "url(#body)") + Specks(40, 42, .9, "#3d2710", .4) + Oval(50, 3, 5, 7, "#5b3f20") + Shine(-20, -16, 8, 13);

    public static string KiwiCut(Shades flesh)
    {
        var seeds = new StringBuilder();
        for (var i = 0; i < 22; i++)
        {
            var (angle, reach) = (i * Math.PI / 11, 22 + i % 2 * 5);
            seeds.Append(Oval(Math.Cos(angle) * reach, Math.Sin(angle) * reach, 3.6, 1.9, "#26200f", 1, i * 180 / 11.0));
        }
        return "<circle r=\"50\" fill=\"#7a5a33\"/><circle r=\"46\" fill=\"" + flesh.Mid + "\"/><circle r=\"36\" fill=\"" + flesh.Light + "\" opacity=\".55\"/>" + seeds + Oval(0, 0, 13, 12, "#f7f6da");
    }

    public static string Pear() => Path("M0-58C20-58 22-34 28-16 38 4 52 18 46 38 38 56 16 56 0 56S-38 56-46 38C-52 18-38 4-28-16-22-34-20-58 0-58Z", "url(#body)") + Specks(28, 42, 1.1, "#6d5a10", .3) + Line("M0-56C0-66 4-72 10-76", "#6b4423", 5) + Shine(-16, -8, 8, 18);

    public static string Peach() => Path("M0-44C-14-54-50-46-51-6-51 30-24 52 0 52S51 30 51-6C50-46 14-54 0-44Z", "url(#body)") + Line("M0-43C-12-14-10 20-2 48", "#a63d33", 3, .35) + Oval(18, 12, 22, 28, "#fff", .12) + Shine();

    public static string Grapes(int turn)
    {
        int[] rows = [4, 5, 4, 3, 2, 1];
        var bunch = new StringBuilder(Line("M0-66C2-80 8-86 16-92", "#6b4423", 6));
        for (var row = 0; row < rows.Length; row++)
            for (var i = 0; i < rows[row]; i++)
            {
                var (x, y) = ((i - (rows[row] - 1) / 2.0) * 34 + (turn + row) % 3 - 1, -52 + row * 29);
                bunch.Append($"<circle cx=\"{Num(x)}\" cy=\"{Num(y)}\" r=\"20\" fill=\"url(#body)\"/>").Append(Oval(x - 7, y - 7, 4, 6, "#fff", .4, 30));
            }
        return bunch + Leaf(-4, -62, 200, 1.1) + Leaf(6, -64, -8, 1.1);
    }

    public static string Lychee() => "<circle r=\"40\" fill=\"url(#body)\"/>" + Specks(46, 38, 2.6, "#6d0f14", .3) + Line("M0-38V-50", "#6b4423", 4) + Shine(-14, -14, 6, 11);

    public static string LycheeOpen() => "<circle r=\"40\" fill=\"#fbf6ef\"/>" + Path("M-40 4C-38 44 38 44 40 4 26 14 14 0 0 8-14 16-26 0-40 4Z", "url(#body)") + Oval(-12, -14, 9, 14, "#fff", .9, 25);

    public static string Passion() => "<circle r=\"46\" fill=\"url(#body)\"/>" + Specks(20, 40, 1, "#fff", .25) + Line("M0-44V-54", "#6b5a23", 4) + Shine();

    public static string PassionCut() => "<circle r=\"46\" fill=\"url(#body)\"/><circle r=\"40\" fill=\"#fff3dc\"/><circle r=\"32\" fill=\"#f5b22d\"/>" + Specks(18, 27, 3.4, "#2f2a17", .9) + Oval(-10, -10, 5, 8, "#fff", .5, 30);

    public static string Banana() => Path("M-70-34C-58 30 0 62 66 44L74 36 66 26C10 36-30 4-44-46L-54-52-68-48Z", "url(#body)") + Line("M-58-40C-44 16 4 50 64 36", "#8a5c0a", 3, .3) + Path("M-70-52L-52-58-46-46-68-38Z", "#6b5324") + Path("M64 28L76 32 74 42 62 42Z", "#5c431a");

    private static string Wedges(int count, double reach, string fill)
    {
        var wedges = new StringBuilder($"<g fill=\"{fill}\">");
        for (var i = 0; i < count; i++)
        {
            var (from, to) = ((i + .08) * 2 * Math.PI / count, (i + .92) * 2 * Math.PI / count);
            wedges.Append($"<path d=\"M{Num(Math.Cos((from + to) / 2) * 7)} {Num(Math.Sin((from + to) / 2) * 7)}L{Num(Math.Cos(from) * reach)} {Num(Math.Sin(from) * reach)}A{Num(reach)} {Num(reach)} 0 0 1 {Num(Math.Cos(to) * reach)} {Num(Math.Sin(to) * reach)}Z\"/>");
        }
        return wedges + "</g>";
    }
}
