namespace ZhongFu.Procurement.Workbench;

/// <summary>Texts of the buyers' workbench (<c>WorkbenchText.resx</c>).</summary>
internal sealed class WorkbenchText;
