namespace ZhongFu.Showroom.Pos;

/// <summary>Texts of the till.</summary>
internal sealed class TillText;
