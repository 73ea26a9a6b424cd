namespace ZhongFu.Showroom.Batches;

/// <summary>Texts of the pages in this area (<c>BatchesText.resx</c>).</summary>
internal sealed class BatchesText;
