using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Where a text stands; its number is what a match there is worth.</summary>
internal enum TextField
{
    Description = 1,
    SkuName = 3,
    Summary = 4,
    Origin = 5,
    Category = 6,
    Name = 9,
    Code = 12,
}

/// <summary>A text and the products it stands on: a county's name stands on many.</summary>
internal sealed record Passage(TextField Field, string Text, bool IsEnglish, int[] Products);

/// <summary>Finds products by words inside their texts, without a word list: pairs of neighbouring characters lead to the passages, and the passages to the products.</summary>
internal sealed class TextIndex
{
    /// <summary>Bytes.</summary>
    private const int MostRemembered = 16 << 20;

    private readonly Passage[] passages;
    private readonly Dictionary<uint, int[]> pairs;
    private readonly SoundIndex sounds;
    private readonly int products;

    /// <summary>What words were worth before: people ask for the same ones, and the texts never change.</summary>
    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);

    public TextIndex(IReadOnlyList<ShelfProduct> shelf)
    {
        products = shelf.Count;
        passages = Collect(shelf);
        pairs = Pair(passages);
        sounds = new SoundIndex([.. passages.Index().Where(x => x.Item.Field is not (TextField.Description or TextField.Summary or TextField.Code))
            .Select(x => (x.Index, Pinyin.Of(x.Item.Text), x.Item.IsEnglish))]);
    }

    /// <summary>Products in which every word of the normalised query is found, and how well: 0 is not at all.</summary>
    public byte[] Score(string query)
    {
        byte[]? total = null;
        foreach (var term in query.Split(' ').Take(8))
        {
            if (!known.TryGetValue(term, out var score)) Remember(term, score = ScoreTerm(term, 3));
            total = total is null ? score : Both(total, score);
        }
        return total ?? new byte[products];
    }

    /// <summary>Passages that hold the term: as written, or by sound if it is in Latin letters.</summary>
    public IEnumerable<Passage> Find(string term)
    {
        var found = FindWritten(term);
        if (SearchText.IsLatin(term)) sounds.Find(term, found);
        return found.Members().Select(at => passages[at]);
    }

    private byte[] ScoreTerm(string term, int depth)
    {
        var score = new byte[products];
        var written = FindWritten(term);
        var found = written;
        if (SearchText.IsLatin(term))
        {
            sounds.Find(term, found = written.Copy());
            if (found.IsEmpty()) sounds.FindWithOneMistake(term, found);
        }
        foreach (var at in found.Members())
        {
            var passage = passages[at];
            var worth = (byte)((int)passage.Field * 4 + (passage.Text.StartsWith(term, StringComparison.Ordinal) ? 2 : 0) + (written[at] ? 1 : 0));
            foreach (var product in passage.Products) if (score[product] < worth) score[product] = worth;
        }
        return term.Length < 4 || depth == 0 || !found.IsEmpty() || !term.Any(SearchText.IsHan) ? score : ScoreParts(term, depth, score);
    }

    private void Remember(string term, byte[] score)
    {
        if (known.Count * products > MostRemembered) known.Clear();
        known[term] = score;
    }

    private static byte[] Both(byte[] one, byte[] other)
    {
        var both = new byte[one.Length];
        for (var i = 0; i < both.Length; i++) both[i] = one[i] == 0 || other[i] == 0 ? (byte)0 : (byte)Math.Min(255, one[i] + other[i]);
        return both;
    }

    /// <summary>People write words together: 寻乌县脐橙. When the whole is nowhere, the longest beginning that is somewhere counts with the rest.</summary>
    private byte[] ScoreParts(string term, int depth, byte[] nothing)
    {
        for (var length = Math.Min(term.Length - 2, 12); length >= 2; length--)
        {
            if (FindWritten(term[..length]).IsEmpty()) continue;
            var both = Both(ScoreTerm(term[..length], 0), ScoreTerm(term[length..], depth - 1));
            if (both.AsSpan().ContainsAnyExcept((byte)0)) return both;
        }
        return nothing;
    }

    private Bits FindWritten(string term)
    {
        var found = new Bits(passages.Length);
        if (term.Length == 0) return found;
        int[]? rarest = null;
        for (var at = 0; at < Math.Max(1, term.Length - 1); at++)
        {
            if (!pairs.TryGetValue(KeyAt(term, at), out var list)) return found;
            if (rarest is null || list.Length < rarest.Length) rarest = list;
        }
        foreach (var passage in rarest!)
            if (term.Length <= 2 || passages[passage].Text.Contains(term, StringComparison.Ordinal)) found.Set(passage);
        return found;
    }

    private static Passage[] Collect(IReadOnlyList<ShelfProduct> shelf)
    {
        var found = new Dictionary<(TextField, bool, string), List<int>>();
        foreach (var product in shelf)
        {
            foreach (var (field, text, english) in product.Texts())
            {
                var plain = SearchText.Normalise(text);
                if (plain.Length == 0) continue;
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(found, (field, english, plain), out _);
                list ??= [];
                if (list.Count == 0 || list[^1] != product.Index) list.Add(product.Index);
            }
        }
        return [.. found.Select(x => new Passage(x.Key.Item1, x.Key.Item3, x.Key.Item2, [.. x.Value]))];
    }

    private static Dictionary<uint, int[]> Pair(Passage[] passages)
    {
        var lists = new Dictionary<uint, List<int>>();
        for (var i = 0; i < passages.Length; i++)
        {
            if (passages[i].IsEnglish) continue; // English is found by whole words, else "tea" would find "steamed"
            var text = passages[i].Text;
            for (var at = 0; at < text.Length; at++)
            {
                Add(lists, text[at], i);
                if (at + 1 < text.Length) Add(lists, KeyAt(text, at), i);
            }
        }
        return lists.ToDictionary(x => x.Key, x => x.Value.ToArray());
    }

    private static void Add(Dictionary<uint, List<int>> lists, uint key, int passage)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        list ??= [];
        if (list.Count == 0 || list[^1] != passage) list.Add(passage);
    }

    /// <summary>The character alone if the text is one character long, else the pair that begins here.</summary>
    private static uint KeyAt(string text, int at) => text.Length == 1 ? text[0] : (uint)text[at] << 16 | text[at + 1];
}
