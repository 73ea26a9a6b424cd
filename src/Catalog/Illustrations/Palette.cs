namespace ZhongFu.Catalog.Illustrations;

/// <summary>Which colours a family and its variant have. The variant comes from the product's data: a green apple is drawn green.</summary>
internal static class Palette
{
    private static readonly Dictionary<string, Shades> Variants = new()
    {
        ["red"] = new("#ff9d84", "#d9372c", "#8f1616"), ["green"] = new("#d6ec93", "#8fbe3f", "#4d7f23"), ["yellow"] = new("#ffe79a", "#f2bd35", "#b97c10"),
        ["orange"] = new("#ffce7a", "#f68c1e", "#bf560a"), ["brown"] = new("#cfa06a", "#96632f", "#5b3817"), ["black"] = new("#77706c", "#3b3533", "#191615"),
        ["white"] = new("#fffdf6", "#f1e6d0", "#c9b792"), ["purple"] = new("#b78acb", "#6f3a86", "#3f1b51"), ["grey"] = new("#e3ddd4", "#b3aa9e", "#7c7468"),
        ["blue"] = new("#c3d9e6", "#7f9fb5", "#49677d"), ["gold"] = new("#ffe59b", "#e9b63c", "#a97412"), ["tan"] = new("#fbe3c6", "#e3b98c", "#a97c4e"), ["pink"] = new("#ffd9cf", "#f4a08f", "#cf5f55"),
        ["maroon"] = new("#cf5a42", "#8f1f17", "#4a0b09"), ["earth"] = new("#f3d693", "#cfa04e", "#8c6226"), ["leafy"] = new("#e6f2ad", "#9cc551", "#5b8f2c"), ["olive"] = new("#c3c78d", "#7d8745", "#434c24"),
    };

    private static readonly Dictionary<string, string> Natural = new()
    {
        ["apple"] = "red", ["orange"] = "orange", ["kiwi"] = "brown", ["pear"] = "yellow", ["grape"] = "purple", ["peach"] = "pink", ["mushroom"] = "brown", ["fungus"] = "black",
        ["potato"] = "yellow", ["cabbage"] = "green", ["tomato"] = "red", ["pepper"] = "red", ["pumpkin"] = "orange", ["egg"] = "tan", ["meat"] = "red", ["fish"] = "blue", ["honey"] = "gold",
        ["tea"] = "green", ["jujube"] = "red", ["walnut"] = "brown", ["lychee"] = "red", ["pomelo"] = "yellow", ["passionfruit"] = "purple", ["banana"] = "yellow", ["oil"] = "yellow",
        ["rice"] = "white", ["grain"] = "yellow", ["flour"] = "white", ["box"] = "brown", ["prawn"] = "orange", ["oyster"] = "tan", ["crab"] = "green", ["greens"] = "green",
    };

    /// <summary>What a colour means for one kind of goods: a brown egg is tan, a red date nearly black.</summary>
    private static readonly Dictionary<(string Family, string Colour), string> Own = new()
    {
        [("egg", "brown")] = "tan", [("jujube", "red")] = "maroon", [("potato", "yellow")] = "earth", [("cabbage", "green")] = "leafy", [("crab", "green")] = "olive", [("prawn", "white")] = "pink", [("prawn", "green")] = "grey", [("oyster", "white")] = "tan", [("oyster", "brown")] = "earth",
    };

    /// <summary>Tints of the stage: top, bottom, table.</summary>
    private static readonly Dictionary<string, (string Top, string Bottom, string Table)> Stages = new()
    {
        ["warm"] = ("#FFF3E6", "#F9DCC4", "#EFC9A5"), ["green"] = ("#F4F8E4", "#DFEBC0", "#C8DA9C"), ["grain"] = ("#FBF5E4", "#F1E3BF", "#E3CF9C"), ["gold"] = ("#FFF6DF", "#FBE1A6", "#EFC975"),
        ["rose"] = ("#FDEFEA", "#F3CDBF", "#E0AE9B"), ["earth"] = ("#F7F0E8", "#E6D5C3", "#D3BCA4"), ["stone"] = ("#F1F0EE", "#D9D5D0", "#BFB9B2"), ["sea"] = ("#EEF5F6", "#CFE1E5", "#B0CBD1"),
        ["violet"] = ("#F6F0F8", "#E2D2E8", "#CBB3D4"),
    };

    public static Shades Of(string family, string? variant)
    {
        var colour = Variants.ContainsKey(variant ?? "") ? variant! : Natural.GetValueOrDefault(family, "brown");
        return Variants[Own.GetValueOrDefault((family, colour), colour)];
    }

    /// <summary>Red meat is shown; poultry and cured goods, whose colour is that of the skin, stay wrapped.</summary>
    public static bool IsFlesh(string? variant) => variant is null or "" or "red";

    public static (string Top, string Bottom, string Table) StageOf(string family) => Stages[family switch
    {
        "kiwi" or "pear" or "cabbage" or "greens" or "tea" or "pomelo" => "green",
        "rice" or "grain" or "flour" or "potato" => "grain",
        "honey" or "oil" or "orange" or "banana" => "gold",
        "jujube" or "tomato" or "pepper" or "meat" or "peach" or "lychee" => "rose",
        "mushroom" or "walnut" or "egg" or "box" => "earth",
        "fungus" => "stone",
        "fish" or "prawn" or "oyster" or "crab" => "sea",
        "grape" or "passionfruit" => "violet",
        _ => "warm",
    }];
}
