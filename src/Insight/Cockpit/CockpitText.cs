namespace ZhongFu.Insight.Cockpit;

/// <summary>Texts of the cockpit (<c>CockpitText.resx</c>).</summary>
internal sealed class CockpitText;
