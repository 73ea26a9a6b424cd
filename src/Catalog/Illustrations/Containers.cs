using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>Baskets, bowls, sacks and packages: they hide lower edges and give scale. Each is drawn around x = 200 and stands on y = 330.</summary>
internal static class Containers
{
    /// <summary>Front of a bamboo basket; fruit is drawn before it.</summary>
    public static string Basket()
    {
        var weave = new StringBuilder();
        for (var row = 0; row < 4; row++) weave.Append($"M{112 + row * 4} {268 + row * 17}Q200 {278 + row * 17} {288 - row * 4} {268 + row * 17}");
        for (var post = 0; post < 8; post++) weave.Append($"M{122 + post * 22} 256L{132 + post * 19.5:0} 330");
        return "<defs>" + Across("bk", "#c98f4a", "#f0c27c", "#b97d3a") + "</defs>" + Path("M104 252h192l-22 76q-2 8-10 8H136q-8 0-10-8Z", "url(#bk)") + Line(weave.ToString(), "#8a5a26", 2.4, .45)
            + "<rect x=\"96\" y=\"242\" width=\"208\" height=\"20\" rx=\"10\" fill=\"url(#bk)\"/>" + Line("M104 249H296", "#fff", 2, .35) + Line("M104 261H296", "#8a5a26", 2, .35);
    }

    /// <summary>Front of a porcelain bowl.</summary>
    public static string Bowl(string band = "#6d93b3") =>
        "<defs>" + Across("bw", "#fdfcf8", "#fff", "#d9d3c6") + "</defs>" + Path("M92 250H308C304 306 262 334 200 334S96 306 92 250Z", "url(#bw)")
        + Line("M99 272Q200 292 301 272", band, 4, .7) + Line("M112 296Q200 316 288 296", band, 2, .5) + "<rect x=\"160\" y=\"328\" width=\"80\" height=\"10\" rx=\"4\" fill=\"#d9d3c6\"/>" + Line("M92 250H308", "#fff", 5, .9);

    /// <summary>A flat bamboo tray; goods are drawn after it.</summary>
    public static string Tray() =>
        "<defs>" + Lit("ty", new Shades("#f3d39a", "#dcae66", "#a9763a")) + "</defs>" + Oval(200, 292, 132, 48, "url(#ty)") + Oval(200, 287, 116, 38, "#edcb8e")
        + Line("M96 287H304M108 270Q200 258 292 270M108 304Q200 318 292 304M150 255L170 322M200 250V325M250 255L230 322", "#a9763a", 2, .35);

    /// <summary>A cloth sack with its neck tied.</summary>
    public static string Sack(Label label) =>
        "<defs>" + Across("sk", "#e9dcbc", "#fbf4e0", "#cdb98c") + "</defs>" + Path("M146 118C150 96 250 96 254 118L270 140C300 190 300 300 282 326Q276 336 262 336H138Q124 336 118 326C100 300 100 190 130 140Z", "url(#sk)")
        + Path("M146 120C130 92 168 100 176 86 188 98 198 82 206 92 216 80 226 98 238 88 240 104 268 98 254 122Q200 134 146 120Z", "#efe3c6") + Line("M132 140Q200 156 268 140", "#a8321c", 6) + Line("M142 170C134 220 134 270 142 316M258 170C266 220 266 270 258 316", "#a58d58", 2.4, .4)
        + label.Draw(200, 230);

    /// <summary>A glass jar with a lid.</summary>
    public static string Jar(string content, Label label) =>
        "<defs>" + Across("lid", "#8c5c2c", "#d7a566", "#7a4c20") + "</defs><rect x=\"124\" y=\"140\" width=\"152\" height=\"196\" rx=\"30\" fill=\"#fff\" opacity=\".55\"/><rect x=\"130\" y=\"152\" width=\"140\" height=\"178\" rx=\"26\" fill=\"" + content + "\"/>"
        + "<rect x=\"138\" y=\"166\" width=\"10\" height=\"142\" rx=\"5\" fill=\"#fff\" opacity=\".55\"/><rect x=\"128\" y=\"106\" width=\"144\" height=\"40\" rx=\"10\" fill=\"url(#lid)\"/>" + Line("M132 120H268M132 132H268", "#5c3714", 1.6, .4) + label.Draw(204, 240);

    /// <summary>A tall bottle with a cap.</summary>
    public static string Bottle(string content, Label label) =>
        "<defs>" + Across("cp", "#7d2312", "#c8492e", "#6d1c0d") + "</defs><rect x=\"180\" y=\"70\" width=\"40\" height=\"30\" rx=\"6\" fill=\"url(#cp)\"/>" + Path("M184 98H216V126C216 150 252 160 252 196V318Q252 336 234 336H166Q148 336 148 318V196C148 160 184 150 184 126Z", content)
        + Line("M160 206V306", "#fff", 9, .5) + Line("M190 106V128", "#fff", 5, .5) + label.Draw(202, 258);

    /// <summary>A tea tin.</summary>
    public static string Tin(string colour, Label label) =>
        "<defs>" + Across("tn", "#fff", colour, "#20331f") + "</defs><rect x=\"132\" y=\"150\" width=\"120\" height=\"186\" rx=\"12\" fill=\"" + colour + "\"/><rect x=\"132\" y=\"150\" width=\"120\" height=\"186\" rx=\"12\" fill=\"url(#tn)\" opacity=\".4\"/>"
        + Oval(192, 152, 60, 13, colour) + Oval(192, 150, 60, 12, "#fff", .25) + "<rect x=\"140\" y=\"118\" width=\"104\" height=\"34\" rx=\"9\" fill=\"" + colour + "\"/><rect x=\"140\" y=\"118\" width=\"104\" height=\"34\" rx=\"9\" fill=\"#fff\" opacity=\".22\"/>" + label.Draw(192, 246);

    /// <summary>Goods wrapped in oiled paper and string.</summary>
    public static string Parcel(Label label) =>
        "<defs>" + Across("pp", "#c8a06a", "#ecd2a4", "#b1854c") + "</defs>" + Path("M108 220L140 190H262L294 220V322Q294 334 282 334H120Q108 334 108 322Z", "url(#pp)") + Path("M108 220L140 190H262L294 220Q200 236 108 220Z", "#f5e2bd") + Line("M201 190V334M108 276H294", "#9c3a22", 4)
        + Line("M201 276C176 250 160 276 201 276C226 250 242 276 201 276", "#9c3a22", 4) + label.Draw(248, 250, .66);

    /// <summary>A carton with two gift ribbons or a plain one.</summary>
    public static string Carton(Shades shades, Label label, bool gift) =>
        "<defs>" + Across("ct", shades.Mid, shades.Light, shades.Dark) + "</defs>" + Path("M100 190L150 154H276L304 190Z", shades.Light) + Path("M100 190H304V326Q304 336 294 336H110Q100 336 100 326Z", "url(#ct)") + Line("M100 190H304", "#fff", 3, .4)
        + (gift ? Path("M184 154H224L232 190V336H176V190Z", "#b3261e", " opacity=\".9\"") + Line("M204 170C170 128 150 168 204 172C258 168 238 128 204 170", "#b3261e", 9) : Path("M188 155H218L226 190V226H180V190Z", "#fff", " opacity=\".25\"")) + label.Draw(202, 266);
}

/// <summary>The paper label of a package: one or two characters set below each other, and the county's seal.</summary>
internal sealed record Label(string Words, string Seal)
{
    public string Draw(double x, double y, double scale = 1)
    {
        var letters = new StringBuilder();
        var shown = Words.EnumerateRunes().Take(2).ToList();
        for (var i = 0; i < shown.Count; i++) letters.Append($"<text y=\"{(shown.Count == 1 ? 2 : -16 + i * 28)}\">{System.Security.SecurityElement.Escape(shown[i].ToString())}</text>");
        return At(x, y, scale, 0, "<rect x=\"-31\" y=\"-50\" width=\"62\" height=\"100\" rx=\"4\" fill=\"#fffaf0\"/><rect x=\"-26\" y=\"-45\" width=\"52\" height=\"90\" rx=\"2\" fill=\"none\" stroke=\"#c96a55\" stroke-width=\"1.4\"/>"
            + $"<g font-family=\"'Songti SC','Noto Serif CJK SC','Noto Serif SC',serif\" font-size=\"26\" font-weight=\"700\" fill=\"#3a2b1c\" text-anchor=\"middle\">{letters}</g>"
            + $"<rect x=\"-10\" y=\"22\" width=\"20\" height=\"20\" rx=\"3\" fill=\"#a8321c\"/><text y=\"37\" font-size=\"14\" fill=\"#fff\" text-anchor=\"middle\" font-family=\"'Songti SC','Noto Serif CJK SC',serif\">{System.Security.SecurityElement.Escape(Seal)}</text>");
    }
}
