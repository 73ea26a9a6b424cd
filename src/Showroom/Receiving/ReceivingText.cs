namespace ZhongFu.Showroom.Receiving;

/// <summary>Texts of the pages in this area (<c>ReceivingText.resx</c>).</summary>
internal sealed class ReceivingText;
