namespace ZhongFu.Showroom.Ledger;

/// <summary>Texts of the pages in this area (<c>LedgerText.resx</c>).</summary>
internal sealed class LedgerText;
