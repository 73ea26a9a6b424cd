using System.Globalization;
using System.Text;

namespace ZhongFu.Platform.Requests;

/// <summary>What people type into one line, as it is kept: the one rule for names, addresses, notes and reasons. Characters that nobody sees
/// (controls, zero-width marks, turns of direction, fillers) are taken out, so that no name looks like another one or like nothing.</summary>
public static class PlainText
{
    /// <summary>Letters and symbols by their class that print nothing: fillers, joiners, variation selectors.</summary>
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0];

    /// <summary>The text without what nobody sees and without blanks around it; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var kept = new StringBuilder(text.Length);
        var visible = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune)) kept.Append(' ');
            else if (IsSeen(rune))
            {
                kept.Append(rune.ToString());
                visible |= !Rune.IsWhiteSpace(rune) && !IsMark(rune);
            }
        }
        return visible ? kept.ToString().Trim() : null;
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029;

    private static bool IsSeen(Rune rune) =>
        rune != Rune.ReplacementChar && !Blank.Contains(rune.Value) && (rune.Value & 0xFFFE) != 0xFFFE
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);

    /// <summary>An accent or a variation selector needs a letter to stand on.</summary>
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
