using System.Collections.Frozen;
using System.Text;
using AnyAscii;
using ZhongFu.Platform.Seeding;

namespace ZhongFu.Catalog.Showcase;

/// <summary>How a name sounds: a list of units, one for each Han character or Latin word.</summary>
/// <param name="Letters">All units in a row: <c>xunwuqicheng</c>.</param>
/// <param name="Starts">Where each unit begins in <see cref="Letters"/>.</param>
/// <param name="Initials">First letter of each unit: <c>xwqc</c>.</param>
internal sealed record Sound(string Letters, int[] Starts, string Initials)
{
    /// <summary>The units apart: <c>xun wu qi cheng</c>.</summary>
    public string Spaced => string.Join(' ', Starts.Select((start, unit) => Letters[start..End(unit)]));

    /// <summary>Where the unit that begins at <c>Starts[unit]</c> ends.</summary>
    public int End(int unit) => unit + 1 < Starts.Length ? Starts[unit + 1] : Letters.Length;
}

/// <summary>Reads Han characters aloud. One reading for each character; <c>Seed/pinyin.csv</c> says where a word or place is read otherwise
/// (长宁 is chang ning, 解家沟 is xie jia gou): the longest entry wins.</summary>
internal static class Pinyin
{
    private sealed record Reading(string Text, string Pinyin);

    private static readonly FrozenDictionary<string, string[]> Readings =
        SeedFile.Read<Reading>(typeof(Pinyin).Assembly, "pinyin.csv").ToFrozenDictionary(row => row.Text, row => row.Pinyin.Split(' '));

    private static readonly int Longest = Readings.Keys.Max(text => text.Length);

    /// <summary>The sound of a normalised name; characters without sound (brackets, dots) are left out.</summary>
    public static Sound Of(string name)
    {
        var units = new List<string>();
        for (var at = 0; at < name.Length;)
        {
            if (Exception(name, at) is { } exception)
            {
                units.AddRange(Readings[exception]);
                at += exception.Length;
            }
            else if (char.IsAsciiLetterOrDigit(name[at]))
            {
                var start = at;
                while (at < name.Length && char.IsAsciiLetterOrDigit(name[at])) at++;
                units.Add(name[start..at]);
            }
            else
            {
                if (SearchText.IsHan(name[at])) units.Add(name.Substring(at, 1).Transliterate().Trim().ToLowerInvariant());
                at++;
            }
        }
        units.RemoveAll(unit => unit.Length == 0);
        return Join(units);
    }

    private static string? Exception(string name, int at)
    {
        for (var length = Math.Min(Longest, name.Length - at); length > 0; length--)
            if (Readings.ContainsKey(name.Substring(at, length))) return name.Substring(at, length);
        return null;
    }

    private static Sound Join(List<string> units)
    {
        var (letters, initials, starts) = (new StringBuilder(), new StringBuilder(), new int[units.Count]);
        for (var i = 0; i < units.Count; i++)
        {
            starts[i] = letters.Length;
            letters.Append(units[i]);
            initials.Append(units[i][0]);
        }
        return new Sound(letters.ToString(), starts, initials.ToString());
    }
}
