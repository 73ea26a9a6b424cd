namespace ZhongFu.Catalog.Showcase;

/// <summary>Filters, counts and orders the products of a snapshot.</summary>
internal static class ProductSearch
{
    private const int Dimensions = 6;

    public static ProductHits Search(this CatalogueSnapshot snapshot, ProductFilter filter)
    {
        var facts = snapshot.Facts;
        var score = string.IsNullOrEmpty(filter.Text) ? null : facts.Index.Score(filter.Text);
        var matching = score is null ? Bits.All(facts.Products.Count) : Bits.Above(score);
        Bits?[] chosen =
        [
            Chosen(facts.CountyFacet, filter.County, facts), Chosen(facts.CategoryFacet, filter.Category, facts), Chosen(snapshot.CertificateFacet, filter.Certificate, facts),
            Chosen(snapshot.BandFacet, filter.Band, facts), filter.InSeason ? snapshot.InSeason : null, filter.InStock ? snapshot.InStock : null,
        ];
        var result = Without(matching, chosen, Dimensions);
        var facets = new FacetCounts(
            Count(facts.CountyFacet, Without(matching, chosen, 0), filter.County), Count(facts.CategoryFacet, Without(matching, chosen, 1), filter.Category),
            Count(snapshot.CertificateFacet, Without(matching, chosen, 2), filter.Certificate), Count(snapshot.BandFacet, Without(matching, chosen, 3), filter.Band),
            [new("true", "", "", Without(matching, chosen, 4).CountWith(snapshot.InSeason))], [new("true", "", "", Without(matching, chosen, 5).CountWith(snapshot.InStock))]);
        var page = Page(snapshot, result, score, filter);
        return new ProductHits(result.Count(), [.. page.Select(at => facts.Products[at])], facets);
    }

    /// <summary>A value that does not exist leaves nothing, whatever else is asked.</summary>
    private static Bits? Chosen(IReadOnlyList<FacetValue> facet, string? value, CatalogueFacts facts) =>
        value is null ? null : Find(facet, value)?.Products ?? new Bits(facts.Products.Count);

    private static FacetValue? Find(IReadOnlyList<FacetValue> facet, string value) =>
        facet.FirstOrDefault(x => string.Equals(x.Value, value, StringComparison.OrdinalIgnoreCase)) ?? facet.FirstOrDefault(x => x.Label == value);

    /// <summary>What is left when every choice but one dimension's own counts: so a count is what choosing that value instead would give.</summary>
    private static Bits Without(Bits matching, Bits?[] chosen, int dimension)
    {
        var left = matching.Copy();
        for (var i = 0; i < chosen.Length; i++) if (i != dimension && chosen[i] is { } bits) left.And(bits);
        return left;
    }

    private static IReadOnlyList<FacetCount> Count(IReadOnlyList<FacetValue> facet, Bits left, string? chosen)
    {
        var own = chosen is null ? null : Find(facet, chosen);
        return [.. facet.Select(x => (Value: x, Count: left.CountWith(x.Products))).Where(x => x.Count > 0 || x.Value == own)
            .Select(x => new FacetCount(x.Value.Value, x.Value.Label, x.Value.LabelEn, x.Count))];
    }

    private static List<int> Page(CatalogueSnapshot snapshot, Bits result, byte[]? score, ProductFilter filter)
    {
        var page = new Window((filter.Page - 1) * filter.PageSize, filter.PageSize);
        var facts = snapshot.Facts;
        switch (filter.Sort)
        {
            case ProductSort.PriceUp: page.Take(snapshot.ByPrice, result); break;
            case ProductSort.PriceDown: page.TakeBackwards(snapshot.ByPrice, result); break;
            case ProductSort.Sales: page.Take(snapshot.BySales, result); break;
            case ProductSort.Newest: page.Take(facts.ByListing, result); break;
            default: ByRelevance(snapshot, result, score, page); break;
        }
        return page.Found;
    }

    /// <summary>Best match first; among equals what can be had before what is sold out.</summary>
    private static void ByRelevance(CatalogueSnapshot snapshot, Bits result, byte[]? score, Window page)
    {
        Span<int> having = stackalloc int[512];
        foreach (var at in snapshot.Facts.ByNumberOrder) if (result[at]) having[Rank(at)]++;
        for (var rank = having.Length - 1; rank >= 0 && !page.IsFull; rank--)
        {
            if (having[rank] == 0) continue;
            if (having[rank] <= page.Skip) { page.Skip -= having[rank]; continue; }
            foreach (var at in snapshot.Facts.ByNumberOrder)
            {
                if (result[at] && Rank(at) == rank) page.Offer(at);
                if (page.IsFull) break;
            }
        }

        int Rank(int at) => (score is null ? 0 : score[at] * 2) + (snapshot.InStock[at] ? 1 : 0);
    }

    private sealed class Window(int skip, int size)
    {
        public int Skip { get; set; } = skip;
        public List<int> Found { get; } = new(size);
        public bool IsFull => Found.Count == size;

        public void Offer(int at)
        {
            if (Skip > 0) Skip--;
            else Found.Add(at);
        }

        public void Take(int[] order, Bits result)
        {
            for (var i = 0; i < order.Length && !IsFull; i++) if (result[order[i]]) Offer(order[i]);
        }

        public void TakeBackwards(int[] order, Bits result)
        {
            for (var i = order.Length - 1; i >= 0 && !IsFull; i--) if (result[order[i]]) Offer(order[i]);
        }
    }
}
