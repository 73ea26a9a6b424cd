namespace ZhongFu.Showroom.Pos;

/// <summary>What keys of the till may be given to, with the text that explains it. The keys themselves are chosen on the device.</summary>
internal static class TillKeys
{
    public static IReadOnlyList<(string Deed, string Text)> All { get; } =
    [
        ("help", "HelpF1"), ("focus", "HelpF2"), ("find", "HelpF3"), ("hold", "HelpF4"), ("scanPay", "HelpF6"), ("cash", "HelpF7"), ("voucher", "HelpF8"), ("account", "HelpF9"), ("member", "HelpF10"),
    ];
}
