namespace ZhongFu.Showroom.Shifts;

/// <summary>Texts of the pages in this area (<c>ShiftText.resx</c>).</summary>
internal sealed class ShiftText;
