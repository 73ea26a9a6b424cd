namespace ZhongFu.Showroom.Stocktakes;

/// <summary>Texts of the pages in this area (<c>StocktakesText.resx</c>).</summary>
internal sealed class StocktakesText;
