namespace ZhongFu.Procurement.Statements;

/// <summary>Texts of the pages in this area (<c>StatementText.resx</c>).</summary>
internal sealed class StatementText;
