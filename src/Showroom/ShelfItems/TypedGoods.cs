using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace ZhongFu.Showroom.ShelfItems;

/// <summary>Lines of goods as people type them: a code, perhaps a batch, a number of pieces.</summary>
internal sealed partial class TypedGoods
{
    private const int LinesShown = 5;

    public List<TypedLine> Lines { get; set; } = [];

    /// <summary>The lines in which anything was typed.</summary>
    public IEnumerable<TypedLine> Filled => Lines.Where(x => x.Code is not null || x.Batch is not null || x.Quantity is not null);

    /// <summary>The codes that were typed.</summary>
    public IReadOnlyList<string> Codes => [.. Filled.Where(x => x.Code is not null).Select(x => x.Code!).Distinct()];

    /// <summary>Binding leaves lists short or null; typed text is trimmed, empty text is nothing.</summary>
    public TypedGoods Complete()
    {
        Lines = [.. (Lines ?? []).Take(50).Select(x => x ?? new TypedLine())];
        foreach (var line in Lines) (line.Code, line.Batch, line.Quantity) = (Text(line.Code), Text(line.Batch), Text(line.Quantity));
        while (Lines.Count < LinesShown) Lines.Add(new TypedLine());
        return this;
    }

    /// <summary>The lines understood; whatever is wrong goes into <paramref name="problems"/> under the field's name.</summary>
    public IReadOnlyList<(Guid SkuId, string? Batch, long Quantity)> Check(IReadOnlyDictionary<string, (Guid SkuId, string Name)> goods, IStringLocalizer text, Dictionary<string, string> problems)
    {
        if (!Filled.Any()) problems[Field(0, nameof(TypedLine.Code))] = text["NoLines"];
        var lines = new List<(Guid, string?, long)>();
        foreach (var (at, line) in Lines.Index().Where(x => Filled.Contains(x.Item)))
        {
            var right = int.TryParse(line.Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= 1_000_000;
            if (!right) problems[Field(at, nameof(TypedLine.Quantity))] = text["QuantityRange"];
            if (line.Batch is not null && !BatchCode().IsMatch(line.Batch)) problems[Field(at, nameof(TypedLine.Batch))] = text["BatchWrong"];
            if (line.Code is null) problems[Field(at, nameof(TypedLine.Code))] = text["CodeMissing"];
            else if (!goods.TryGetValue(line.Code, out var known)) problems[Field(at, nameof(TypedLine.Code))] = text["CodeUnknown", line.Code];
            else lines.Add((known.SkuId, line.Batch, quantity));
        }
        return lines;
    }

    /// <summary>Name of a line's field in the form.</summary>
    public static string Field(int line, string name) => $"Goods.Lines[{line}].{name}";

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    [GeneratedRegex("^[A-Za-z0-9./_-]{1,40}$")]
    private static partial Regex BatchCode();
}

/// <summary>One line, as typed.</summary>
internal sealed class TypedLine
{
    public string? Code { get; set; }
    public string? Batch { get; set; }
    public string? Quantity { get; set; }
}
