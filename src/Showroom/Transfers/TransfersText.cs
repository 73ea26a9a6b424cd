namespace ZhongFu.Showroom.Transfers;

/// <summary>Texts of the pages in this area (<c>TransfersText.resx</c>).</summary>
internal sealed class TransfersText;
