namespace ZhongFu.Procurement.Rfqs;

/// <summary>Texts of requests for quotes (<c>RfqText.resx</c>).</summary>
internal sealed class RfqText;
