namespace ZhongFu.Showroom.Cabinets;

/// <summary>Texts of the pages in this area (<c>CabinetsText.resx</c>).</summary>
internal sealed class CabinetsText;
