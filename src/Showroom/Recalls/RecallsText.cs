namespace ZhongFu.Showroom.Recalls;

/// <summary>Texts of the pages in this area (<c>RecallsText.resx</c>).</summary>
internal sealed class RecallsText;
