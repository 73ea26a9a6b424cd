using System.Globalization;
using System.Text;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Makes what people type and what is written on products comparable: one width, one case, no invisible characters.</summary>
internal static class SearchText
{
    /// <summary>Longest query that is answered.</summary>
    public const int MaxLength = 100;

    /// <summary>Full width becomes half width, capitals small, control and format characters go, white space becomes one blank.</summary>
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD, which Normalize accepts
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)) plain.Append(rune.ToString());
        }
        var folded = plain.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether the character is a Han character.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or >= '\uf900' and <= '\ufaff';

    /// <summary>Whether a term is made of Latin letters and digits only: then it may be pinyin.</summary>
    public static bool IsLatin(string term)
    {
        foreach (var c in term) if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }

    /// <summary>One wrong, missing, extra or swapped letter, and no more.</summary>
    public static bool DifferByOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < other.Length) return DifferByOne(other, one);
        if (one.Length - other.Length > 1) return false;
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        var end = 0;
        while (end < other.Length && one[^(end + 1)] == other[^(end + 1)]) end++;
        one = one[..^end];
        other = other[..^end];
        return (one.Length, other.Length) switch
        {
            (1, 0) or (1, 1) => true,
            (2, 2) => one[0] == other[1] && one[1] == other[0],
            _ => false,
        };
    }
}
