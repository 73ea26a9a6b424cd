namespace ZhongFu.Platform.Ui;

/// <summary>The house's own outline icons: 24 by 24, one path each, drawn with the colour of the text around them.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["home"] = "M3 11 12 4l9 7v9h-6v-6H9v6H3Z",
        ["grid"] = "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
        ["sprout"] = "M12 21V9M12 12c-5 0-7-3-7-7 5 0 7 3 7 7Zm0 4c5 0 7-3 7-7-5 0-7 3-7 7Z",
        ["cart"] = "M3 4h3l2 11h10l2-8H7M9 20h.01M17 20h.01",
        ["user"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 4-6 8-6s8 2 8 6",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
        ["filter"] = "M4 5h16l-6 7.5V19l-4 2v-8.5Z",
        ["sort"] = "M8 4v16M8 20l-4-4M8 20l4-4M16 20V4M16 4l-4 4M16 4l4 4",
        ["plus"] = "M12 5v14M5 12h14",
        ["minus"] = "M5 12h14",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["chevron-left"] = "m15 6-6 6 6 6",
        ["chevron-right"] = "m9 6 6 6-6 6",
        ["chevron-down"] = "m6 9 6 6 6-6",
        ["check"] = "m5 13 4.5 4.5L19 7",
        ["alert"] = "M12 4 2.5 20h19ZM12 10v4.5M12 17.2h.01",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.8h.01",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.5 2",
        ["truck"] = "M2.5 6h11v10h-11ZM13.5 9.5h4l4 4V16h-8M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
        ["box"] = "M12 3 4 7v10l8 4 8-4V7ZM4 7l8 4 8-4M12 11v10M8 5l8 4",
        ["map-pin"] = "M12 21c-4.5-5-7-8.3-7-11.5a7 7 0 0 1 14 0C19 12.7 16.5 16 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
        ["phone"] = "M6 3.5h3.5l1.5 5L8.8 10a11 11 0 0 0 5.2 5.2l1.5-2.2 5 1.5V18a2.5 2.5 0 0 1-2.7 2.5A16.5 16.5 0 0 1 3.5 6.2 2.5 2.5 0 0 1 6 3.5Z",
        ["chat"] = "M4 5h16v11H9l-5 4Z",
        ["ticket"] = "M3 7h18v3.5a1.8 1.8 0 0 0 0 3.5V17H3v-3a1.8 1.8 0 0 0 0-3.5ZM14.5 7v2M14.5 11v2M14.5 15v2",
        ["wallet"] = "M4 7h16v12.5H4ZM4 7l12-3v3M15.5 11.5H20v4h-4.5a2 2 0 0 1 0-4Z",
        ["receipt"] = "M5 3v18l2.3-1.6L9.7 21l2.3-1.6 2.3 1.6 2.4-1.6L19 21V3ZM9 8h6M9 12h6",
        ["printer"] = "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7ZM17 11.5h.01",
        ["camera"] = "M4 7.5h4L9.5 5h5L16 7.5h4V19H4ZM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",
        ["scan"] = "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16",
        ["barcode"] = "M4 5v14M7.5 5v14M10 5v14M13.5 5v14M17 5v14M20 5v14",
        ["upload"] = "M12 16V4M7.5 8.5 12 4l4.5 4.5M4 16v4h16v-4",
        ["download"] = "M12 4v12M7.5 11.5 12 16l4.5-4.5M4 16v4h16v-4",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19ZM14 7l3 3",
        ["trash"] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5",
        ["eye"] = "M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
        ["eye-off"] = "M4 4l16 16M9.5 5.8A9 9 0 0 1 12 5.5c3.8 0 7 2 9.5 6.5a16 16 0 0 1-2.8 3.7M6.5 7.5A15 15 0 0 0 2.5 12c2.5 4.5 5.7 6.5 9.5 6.5a9.5 9.5 0 0 0 4.3-1M10 10a3 3 0 0 0 4.1 4.1",
        ["lock"] = "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
        ["shield-check"] = "M12 3l8 3v5.5c0 4.5-3 8-8 9.5-5-1.5-8-5-8-9.5V6ZM8.5 12l2.5 2.5 4.5-5",
        ["leaf"] = "M5 19c0-9 5-14 15-14 0 10-5 15-12 14-1.5-.2-3-1.5-3-3M5 19c2-5 5-7.5 9-9",
        ["bell"] = "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 21h4",
        ["sync"] = "M4.5 10A8 8 0 0 1 19 8.5M19.5 4v4.5H15M19.5 14A8 8 0 0 1 5 15.5M4.5 20v-4.5H9",
        ["cloud-off"] = "M4 4l16 16M8.5 7.2A5.5 5.5 0 0 1 17 10.5a4 4 0 0 1 3.3 6.5M16 18.5H7a4.5 4.5 0 0 1-.8-8.9",
        ["sun"] = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        ["moon"] = "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
        ["text-size"] = "M3 19 8.5 5 14 19M5 14.5h7M15 19l3.2-8 3.2 8M16.2 16.5h4",
        ["globe"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z",
        ["store"] = "M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0ZM10 20v-5h4v5",
        ["scale"] = "M12 4v16M7 20h10M5 7l7-2 7 2M5 7l-2.5 6.5a3 3 0 0 0 5 0ZM19 7l-2.5 6.5a3 3 0 0 0 5 0Z",
        ["thermometer"] = "M10 14V5a2 2 0 0 1 4 0v9a4 4 0 1 1-4 0ZM12 9v8M17 6h3M17 9.5h3",
        ["snow"] = "M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 6.5l2.5-2M9.5 19.5l2.5-2 2.5 2",
        ["chart"] = "M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6",
        ["screen"] = "M3 5h18v11H3ZM12 16v4M8 20h8",
        ["pause"] = "M8.5 5v14M15.5 5v14",
        ["undo"] = "M8.5 5 4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10H9",
        ["menu"] = "M4 6h16M4 12h16M4 18h16",
        ["star"] = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z",
        ["sign-out"] = "M10 4H4v16h6M9 12h11M16 8l4 4-4 4",
    };

    /// <summary>Every name there is.</summary>
    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>The path of an icon.</summary>
    /// <exception cref="ArgumentException">There is no icon of the name.</exception>
    public static string PathOf(string name) =>
        Paths.TryGetValue(name, out var path) ? path : throw new ArgumentException($"There is no icon named {name}.", nameof(name));
}
