namespace ZhongFu.Showroom.Ui;

/// <summary>Texts of the pages in this area (<c>PosText.resx</c>).</summary>
internal sealed class PosText;
