using System.Numerics;

namespace ZhongFu.Catalog.Showcase;

/// <summary>A set of products by their place on the shelf, one bit each: filters are a few machine words, whatever the catalogue's size.</summary>
internal sealed class Bits(int length)
{
    private readonly ulong[] words = new ulong[(length + 63) / 64];

    public int Length { get; } = length;

    public bool this[int at] => (words[at >> 6] & (1UL << at)) != 0;

    public static Bits All(int length)
    {
        var all = new Bits(length);
        Array.Fill(all.words, ulong.MaxValue);
        if ((length & 63) != 0) all.words[^1] = (1UL << length) - 1;
        return all;
    }

    public void Set(int at) => words[at >> 6] |= 1UL << at;

    public Bits Copy()
    {
        var copy = new Bits(Length);
        words.CopyTo(copy.words, 0);
        return copy;
    }

    public Bits And(Bits other)
    {
        for (var i = 0; i < words.Length; i++) words[i] &= other.words[i];
        return this;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    public int CountWith(Bits other)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++) count += BitOperations.PopCount(words[i] & other.words[i]);
        return count;
    }

    /// <summary>Everything that is worth more than nothing.</summary>
    public static Bits Above(byte[] worth)
    {
        var bits = new Bits(worth.Length);
        for (var i = 0; i < worth.Length; i++) if (worth[i] != 0) bits.words[i >> 6] |= 1UL << i;
        return bits;
    }

    /// <summary>The members, smallest first.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < words.Length; i++)
            for (var word = words[i]; word != 0; word &= word - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(word);
    }

    public bool IsEmpty() => !words.AsSpan().ContainsAnyExcept(0UL);
}
