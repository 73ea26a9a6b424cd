namespace ZhongFu.Procurement.Purchases;

/// <summary>Texts of the pages in this area (<c>PurchaseText.resx</c>).</summary>
internal sealed class PurchaseText;
