namespace ZhongFu.Catalog.Showcase;

/// <summary>Finds every text that holds a prefix at one of its marked places (beginnings of syllables or words) by binary search.</summary>
internal sealed class SuffixTable
{
    private readonly string[] texts;
    private readonly (int Text, int At)[] places;

    public SuffixTable(string[] texts, Func<int, IEnumerable<int>> placesOf)
    {
        this.texts = texts;
        places = [.. Enumerable.Range(0, texts.Length).SelectMany(text => placesOf(text).Select(at => (text, at)))];
        Array.Sort(places, (one, other) => string.CompareOrdinal(texts[one.Text], one.At, texts[other.Text], other.At, int.MaxValue));
    }

    /// <summary>Places from which a text reads like the prefix.</summary>
    public ReadOnlySpan<(int Text, int At)> StartingWith(string prefix)
    {
        var first = First(prefix, 0);
        return places.AsSpan(first, First(prefix, 1) - first);
    }

    /// <summary>The first place that compares to the prefix at least as asked: 0 for "not before it", 1 for "after all that begin with it".</summary>
    private int First(string prefix, int atLeast)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var (text, at) = places[middle];
            if (Math.Sign(string.CompareOrdinal(texts[text], at, prefix, 0, prefix.Length)) < atLeast) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
