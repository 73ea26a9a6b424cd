namespace ZhongFu.Procurement.Receipts;

/// <summary>Texts of the pages in this area (<c>DockText.resx</c>).</summary>
internal sealed class DockText;
