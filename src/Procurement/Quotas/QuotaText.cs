namespace ZhongFu.Procurement.Quotas;

/// <summary>Texts of the pages in this area (<c>QuotaText.resx</c>).</summary>
internal sealed class QuotaText;
