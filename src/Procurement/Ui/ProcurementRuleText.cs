namespace ZhongFu.Procurement.Ui;

/// <summary>What the rules of procurement say to people, by the rules' codes (<c>ProcurementRuleText.resx</c>): pages and the answers of the API take them from here.</summary>
internal sealed class ProcurementRuleText;
