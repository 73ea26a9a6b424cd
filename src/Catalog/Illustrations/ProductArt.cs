using System.Text;
using static ZhongFu.Catalog.Illustrations.Brush;

namespace ZhongFu.Catalog.Illustrations;

/// <summary>Draws a product until a photo exists (ux.md §7): one stage for all, light from the top left, groups of three or five, packages with a label.
/// The same arguments give the same bytes.</summary>
internal static class ProductArt
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 400 400\" width=\"400\" height=\"400\">";

    private static readonly (double X, double Y, double Scale, double Turn)[] Heap = [(146, 226, .84, -14), (254, 226, .84, 13), (200, 208, .94, 4), (164, 262, 1, -8), (238, 262, 1, 10)];
    private static readonly (double X, double Y, double Scale, double Turn)[] Trio = [(142, 256, 1.06, -12), (262, 250, 1, 14), (204, 272, 1.16, 3)];
    private static readonly (double X, double Y, double Scale, double Turn)[] Caps = [(138, 250, 1, -14), (264, 252, .96, 14), (202, 272, 1.2, 2)];
    private static readonly (double X, double Y, double Scale, double Turn)[] Five = [(140, 236, .82, -16), (258, 234, .84, 15), (200, 222, .86, 6), (156, 284, 1, -6), (244, 284, 1.02, 12)];

    /// <summary>Families with a drawing of their own; anything else is a carton.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [
        "apple", "orange", "kiwi", "pear", "grape", "peach", "rice", "grain", "flour", "oil", "mushroom", "fungus", "potato", "cabbage", "tomato", "pepper", "pumpkin", "egg", "meat", "fish",
        "honey", "tea", "jujube", "walnut", "lychee", "pomelo", "passionfruit", "banana", "prawn", "oyster", "crab", "greens", "box",
    ];

    /// <summary>The drawing.</summary>
    /// <param name="family">What it is.</param>
    /// <param name="variant">Its colour, or <c>gift</c>; empty: natural.</param>
    /// <param name="seal">First character of the county, for the seal on packages.</param>
    /// <param name="label">Words on packages; two characters are shown.</param>
    /// <param name="seed">The product's number: turns, places and tones.</param>
    public static string Svg(string family, string? variant, string seal, string label, int seed)
    {
        var random = new Random(seed * 7919 + family.Length);
        var shades = Palette.Of(family, family == "kiwi" ? "brown" : variant).Turned(random.NextDouble() * 12 - 6);
        var goods = Goods(family, variant, shades, new Label(label, seal), random, seed);
        // Everything stands on the table at y = 336; a little larger than drawn, it fills the stage.
        return Open + Stage(family) + "<g transform=\"translate(-22 -36) scale(1.11)\">" + goods + "</g></svg>";
    }

    private static string Stage(string family)
    {
        var (top, bottom, table) = Palette.StageOf(family);
        return "<defs>" + Down("bg", top, bottom) + "<radialGradient id=\"sh\"><stop offset=\"0\" stop-color=\"#3a2814\" stop-opacity=\".42\"/><stop offset=\"1\" stop-color=\"#3a2814\" stop-opacity=\"0\"/></radialGradient>"
            + Down("leaf", "#a9d36a", "#4d8a30") + "</defs><rect width=\"400\" height=\"400\" fill=\"url(#bg)\"/><circle cx=\"200\" cy=\"206\" r=\"142\" fill=\"#fff\" opacity=\".42\"/>"
            + Path("M0 296Q70 276 150 290T300 288 400 292V400H0Z", table, " opacity=\".6\"") + Oval(200, 332, 132, 17, "url(#sh)");
    }

    private static string Goods(string family, string? variant, Shades shades, Label label, Random random, int seed)
    {
        var gift = variant == "gift";
        string Body(string piece) => "<defs>" + Lit("body", shades) + $"<g id=\"p\">{piece}</g></defs>";
        string Group((double X, double Y, double Scale, double Turn)[] places) =>
            string.Concat(places.Select(p => Use("p", p.X + random.Next(-4, 5), p.Y + random.Next(-3, 4), p.Scale, p.Turn + random.Next(-6, 7))));
        string InBasket(string piece, bool leaves = true) => Body(piece) + Group(Heap) + (leaves ? Leaf(214, 168, -30 + random.Next(20)) + Leaf(262, 214, 10 + random.Next(20), .9) : "") + Containers.Basket();
        string Beside(string piece, string cut) => Body(piece) + Use("p", 146, 236, 1.1, -12 + random.Next(8)) + Use("p", 254, 232, 1.14, 12 + random.Next(8)) + At(216, 280, 1.12, random.Next(20), cut) + At(132, 296, .74, 0, cut);

        if (gift && family is not ("tea" or "oil")) return Containers.Carton(new Shades("#e8c79a", "#d0a165", "#8f6531"), label, true);
        return family switch
        {
            "apple" => InBasket(Fruits.Apple()),
            "orange" => Body(Fruits.Citrus()) + Group(Trio) + Leaf(150, 208, -40) + Leaf(268, 204, -12) + At(300, 306, .62, 14, Fruits.CitrusCut()),
            "kiwi" => Beside(Fruits.Kiwi(), Fruits.KiwiCut(Palette.Of("kiwi", variant is "red" or "yellow" ? variant : "green"))),
            "pear" => Body(Fruits.Pear()) + Group(Trio) + Leaf(214, 196, -24),
            "grape" => "<defs>" + Lit("body", shades) + "</defs>" + At(200, 226, 1.24, random.Next(-6, 7), Fruits.Grapes(seed)),
            "peach" => Body(Fruits.Peach()) + Group(Trio) + Leaf(150, 208, -150) + Leaf(252, 206, -30),
            "lychee" => Body(Fruits.Lychee()) + Group(Five) + At(296, 300, .86, 8, Fruits.LycheeOpen()) + Line("M200 212C200 196 204 186 212 176", "#7a5a33", 5) + Leaf(206, 190, -22) + Leaf(203, 194, -132, .86),
            "pomelo" => Body(Fruits.Pomelo()) + Use("p", 168, 242, 1.32, -6 + random.Next(8)) + At(258, 272, 1.04, random.Next(30), Fruits.PomeloCut()) + Leaf(172, 168, -20),
            "passionfruit" => Beside(Fruits.Passion(), Fruits.PassionCut()),
            "banana" => "<defs>" + Lit("body", shades) + "</defs>" + At(196, 214, 1.36, -18, Fruits.Banana()) + At(204, 246, 1.4, -4, Fruits.Banana()) + At(206, 280, 1.36, 10, Fruits.Banana()),
            "tomato" => InBasket(Produce.Tomato(), leaves: false),
            "potato" => Body(Produce.Potato()) + Group(Five),
            "pepper" => Body(Produce.Pepper()) + Group(Five),
            "pumpkin" => Body(Produce.Pumpkin()) + Use("p", 184, 256, 1.5, -2) + Use("p", 278, 296, .74, 8) + Leaf(206, 176, -10, 1.1),
            "cabbage" => Body(Produce.Cabbage()) + Use("p", 146, 246, 1.02, -16) + Use("p", 256, 244, 1.02, 15) + Use("p", 200, 256, 1.14, random.Next(-4, 5)),
            "mushroom" => Body(DryGoods.Mushroom(seed)) + Group(Caps),
            "fungus" => Body(DryGoods.EarFungus()) + Group(Heap) + Containers.Bowl(),
            "egg" => InBasket(Produce.Egg(), leaves: false),
            "jujube" => Body(DryGoods.Date()) + Group(Heap) + Use("p", 200, 236, .9, -20) + Containers.Bowl("#a8321c") + Use("p", 318, 330, .62, 14),
            "walnut" => Body(DryGoods.Walnut()) + Group(Heap) + Containers.Bowl("#8a5a26") + Use("p", 98, 322, .7, -14) + At(304, 320, .76, 24, DryGoods.WalnutOpen()),
            "fish" => Body(Produce.Fish()) + Containers.Tray() + Use("p", 196, 262, .98, -8 + random.Next(6)) + Use("p", 208, 298, .98, 6 + random.Next(6)),
            "prawn" => Body(Shore.Prawn()) + Containers.Tray() + Use("p", 186, 246, .8, -6 + random.Next(6)) + Use("p", 236, 280, .8, 8 + random.Next(6)) + Use("p", 162, 292, .78, -10 + random.Next(6)),
            "oyster" => Body(Shore.Oyster()) + Use("p", 138, 250, .94, -14) + Use("p", 264, 248, .9, 12) + Use("p", 202, 288, 1.12, random.Next(-4, 5)),
            "crab" => Body(Shore.Crab()) + Use("p", 200, 258, 1.2, random.Next(-4, 5)),
            "greens" => Body(Shore.Greens()) + Use("p", 142, 248, .9, -14) + Use("p", 262, 248, .9, 13) + Use("p", 200, 250, 1, random.Next(-3, 4)),
            "meat" => Containers.Parcel(label) + Body(Produce.Meat()) + (Palette.IsFlesh(variant) ? Use("p", 132, 304, .9, -10 + random.Next(12)) : Leaf(126, 330, -40 + random.Next(12), .9)) + Leaf(270, 330, -36 + random.Next(14), .8) + Leaf(280, 332, -10, .7),
            "honey" => "<defs>" + Across("hn", shades.Dark, shades.Light, shades.Mid, shades.Dark) + "</defs>" + Containers.Jar("url(#hn)", label) + Dipper(),
            "tea" => Body(Oval(0, 0, 26, 7, "url(#body)")) + Containers.Tin(variant is "red" or "gift" ? "#8f2a1c" : variant is "brown" or "black" ? "#5a3a22" : variant == "white" ? "#b9ae94" : "#2f6b3a", label) + TeaLeaves(random) + Leaf(268, 320, -36, .8) + Leaf(276, 322, -76, .7),
            "oil" => "<defs>" + Across("ol", shades.Dark, shades.Light, shades.Mid, shades.Dark) + "</defs>" + Containers.Bottle("url(#ol)", label) + Leaf(262, 322, -30, .9) + Leaf(150, 326, -150, .8),
            "rice" => Containers.Sack(label) + Produce.Grains(seed, shades),
            "flour" => Body(Produce.Ear()) + Containers.Sack(label) + Use("p", 306, 262, .92, 22) + Oval(200, 338, 96, 9, shades.Light),
            "grain" => Body(Produce.Ear()) + Use("p", 306, 256, .92, 20) + Use("p", 96, 262, .86, -20) + Containers.Sack(label) + Produce.Grains(seed, shades),
            _ => Containers.Carton(shades, label, gift),
        };
    }

    private static string Dipper() => Line("M306 120L280 250", "#a9763a", 8) + At(276, 272, 1, 12, "<rect x=\"-16\" y=\"-26\" width=\"32\" height=\"9\" rx=\"4\" fill=\"#c98f4a\"/><rect x=\"-20\" y=\"-13\" width=\"40\" height=\"9\" rx=\"4\" fill=\"#b97d3a\"/><rect x=\"-20\" y=\"0\" width=\"40\" height=\"9\" rx=\"4\" fill=\"#c98f4a\"/><rect x=\"-16\" y=\"13\" width=\"32\" height=\"9\" rx=\"4\" fill=\"#b97d3a\"/>");

    private static string TeaLeaves(Random random)
    {
        var leaves = new StringBuilder();
        for (var i = 0; i < 12; i++) leaves.Append(Use("p", 268 + random.Next(-34, 50), 326 + random.Next(-8, 10), .7, random.Next(-50, 50)));
        return leaves.ToString();
    }
}
