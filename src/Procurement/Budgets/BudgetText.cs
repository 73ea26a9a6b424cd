namespace ZhongFu.Procurement.Budgets;

/// <summary>Texts of the pages in this area (<c>BudgetText.resx</c>).</summary>
internal sealed class BudgetText;
