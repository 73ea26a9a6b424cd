namespace ZhongFu.Catalog.Showcase;

/// <summary>Orders a list can be in.</summary>
internal enum ProductSort
{
    Relevance,
    PriceUp,
    PriceDown,
    Sales,
    Newest,
}

/// <summary>What a shopper asks for. Text is normalised; null means "any".</summary>
internal sealed record ProductFilter(
    string? Text = null, string? County = null, string? Category = null, string? Certificate = null, string? Band = null, bool InSeason = false, bool InStock = false,
    ProductSort Sort = ProductSort.Relevance, int Page = 1, int PageSize = 20);

/// <summary>How many products there would be if this value were chosen and everything else left as it is.</summary>
internal sealed record FacetCount(string Value, string Label, string LabelEn, int Count);

/// <summary>Counts to filter further by.</summary>
internal sealed record FacetCounts(
    IReadOnlyList<FacetCount> County, IReadOnlyList<FacetCount> Category, IReadOnlyList<FacetCount> Certificate, IReadOnlyList<FacetCount> Band,
    IReadOnlyList<FacetCount> Season, IReadOnlyList<FacetCount> Stock);

/// <summary>One page of the answer.</summary>
internal sealed record ProductHits(int Total, IReadOnlyList<ShelfProduct> Items, FacetCounts Facets);
