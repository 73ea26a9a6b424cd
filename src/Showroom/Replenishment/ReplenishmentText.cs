namespace ZhongFu.Showroom.Replenishment;

/// <summary>Texts of the pages in this area (<c>ReplenishmentText.resx</c>).</summary>
internal sealed class ReplenishmentText;
