namespace ZhongFu.Catalog.Showcase;

/// <summary>Finds passages by how they sound: full pinyin from any syllable on, initials, English words, and with one wrong letter.</summary>
internal sealed class SoundIndex
{
    private const int ShortestWithMistake = 4;
    private readonly Sound[] sounds;
    private readonly int[] passages;
    private readonly SuffixTable letters;
    private readonly SuffixTable initials;
    private readonly SuffixTable backwards;

    /// <param name="spoken">Passages that may be found by sound. English ones have no initials.</param>
    public SoundIndex(IReadOnlyList<(int Passage, Sound Sound, bool IsEnglish)> spoken)
    {
        sounds = [.. spoken.Select(x => x.Sound)];
        passages = [.. spoken.Select(x => x.Passage)];
        letters = new SuffixTable([.. sounds.Select(x => x.Letters)], i => sounds[i].Starts);
        initials = new SuffixTable([.. sounds.Select(x => x.Initials)], i => spoken[i].IsEnglish ? [] : Enumerable.Range(0, sounds[i].Initials.Length));
        backwards = new SuffixTable([.. sounds.Select(x => Reverse(x.Letters))], i => Enumerable.Range(0, sounds[i].Starts.Length).Select(unit => sounds[i].Letters.Length - sounds[i].End(unit)));
    }

    /// <summary>Passages in which the term is pinyin from a syllable on, initials, or the beginning of English words.</summary>
    public void Find(string term, Bits found)
    {
        foreach (var (sound, _) in letters.StartingWith(term)) found.Set(passages[sound]);
        foreach (var (sound, _) in initials.StartingWith(term)) found.Set(passages[sound]);
        // Keyboards without ü write v: lvcha, nv.
        var plain = term.Replace("lv", "lu", StringComparison.Ordinal).Replace("nv", "nu", StringComparison.Ordinal);
        if (plain != term) foreach (var (sound, _) in letters.StartingWith(plain)) found.Set(passages[sound]);
    }

    /// <summary>Passages that hold whole syllables or words from which the term differs by one letter. Either what stands before the
    /// mistake or what stands after it is right, so two look-ups find all candidates.</summary>
    public void FindWithOneMistake(string term, Bits found)
    {
        if (term.Length < ShortestWithMistake) return;
        var half = (term.Length - 1) / 2;
        foreach (var (sound, at) in letters.StartingWith(term[..half]))
            if (SegmentFrom(sounds[sound], at, term)) found.Set(passages[sound]);
        foreach (var (sound, at) in backwards.StartingWith(Reverse(term[(half + 1)..])))
            if (SegmentTo(sounds[sound], sounds[sound].Letters.Length - at, term)) found.Set(passages[sound]);
    }

    private static bool SegmentFrom(Sound sound, int from, string term)
    {
        for (var unit = 0; unit < sound.Starts.Length; unit++)
        {
            var length = sound.End(unit) - from;
            if (length >= term.Length - 1 && length <= term.Length + 1 && SearchText.DifferByOne(sound.Letters.AsSpan(from, length), term)) return true;
        }
        return false;
    }

    private static bool SegmentTo(Sound sound, int to, string term)
    {
        foreach (var start in sound.Starts)
        {
            var length = to - start;
            if (length >= term.Length - 1 && length <= term.Length + 1 && SearchText.DifferByOne(sound.Letters.AsSpan(start, length), term)) return true;
        }
        return false;
    }

    private static string Reverse(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }
}
