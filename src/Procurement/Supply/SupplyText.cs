namespace ZhongFu.Procurement.Supply;

/// <summary>Texts of the pages in this area (<c>SupplyText.resx</c>).</summary>
internal sealed class SupplyText;
