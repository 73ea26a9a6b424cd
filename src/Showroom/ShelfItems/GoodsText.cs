namespace ZhongFu.Showroom.ShelfItems;

/// <summary>Texts of lines of goods as people type them (<c>GoodsText.resx</c>).</summary>
internal sealed class GoodsText;
