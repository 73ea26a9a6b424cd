using System.Globalization;
using System.Text;

namespace ZhongFu.Procurement.Purchases;

/// <summary>Reads what people paste: an article and a quantity in each line, apart by blanks, commas, semicolons or tabs. Nothing is dropped silently: what cannot be read is told with its line.</summary>
internal static class QuickLines
{
    /// <summary>Lines that are read; the rest is told as one problem.</summary>
    public const int Most = 1000;

    private static readonly char[] Between = [' ', '\t', ',', ';', '，', '；', '\u3000', '|'];

    /// <summary>The lines with an article and a quantity, and the problems of the others. A heading line without any digit is skipped.</summary>
    public static (IReadOnlyList<QuickLine> Lines, IReadOnlyList<QuickProblem> Problems) Read(string? text)
    {
        var (lines, problems) = (new List<QuickLine>(), new List<QuickProblem>());
        var rows = (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].Normalize(NormalizationForm.FormKC).Trim(); // full-width digits and letters are the same to us
            if (row.Length == 0 || (i == 0 && !row.Any(char.IsAsciiDigit))) continue;
            if (lines.Count + problems.Count == Most)
            {
                problems.Add(new QuickProblem(i + 1, "TooMany", ""));
                break;
            }
            var cells = row.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => x.Trim('"')).ToArray();
            var (code, quantity) = (cells.Length > 0 ? Shortened(cells[0]) : row[..1], cells.Length > 1 ? cells[^1] : "");
            if (quantity.Length == 0) problems.Add(new QuickProblem(i + 1, "NoQuantity", code));
            else if (!long.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) || pieces is < 1 or > 100_000) problems.Add(new QuickProblem(i + 1, "Quantity", code));
            else lines.Add(new QuickLine(i + 1, code, pieces));
        }
        return (lines, problems);
    }

    /// <summary>The known code that is the least different, if one or two signs are all.</summary>
    public static string? Closest(string code, IEnumerable<string> known)
    {
        var best = known.Select(x => (Code: x, Distance: Distance(code.ToUpperInvariant(), x.ToUpperInvariant()))).MinBy(x => x.Distance);
        return best.Code is not null && best.Distance <= 2 ? best.Code : null;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];

    /// <summary>Signs to change, add or take away (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= b.Length; j++) (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}

/// <summary>An article and a quantity.</summary>
internal sealed record QuickLine(int Row, string Code, long Quantity);

/// <summary>A line that was not understood.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Kind"><c>NoQuantity</c>, <c>Quantity</c>, <c>Code</c>, <c>Min</c> or <c>TooMany</c>.</param>
/// <param name="Code">What stands there.</param>
/// <param name="Hint">A suggestion, if there is one.</param>
internal sealed record QuickProblem(int Row, string Kind, string Code, string? Hint = null);
