namespace ZhongFu.Showroom.Losses;

/// <summary>Texts of the pages in this area (<c>LossesText.resx</c>).</summary>
internal sealed class LossesText;
