namespace ZhongFu.Showroom.Counter;

/// <summary>Texts of the pages in this area (<c>CounterText.resx</c>).</summary>
internal sealed class CounterText;
