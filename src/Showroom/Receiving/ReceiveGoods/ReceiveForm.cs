using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Receiving.ReceiveGoods;

/// <summary>What was typed on the receiving page, and how it becomes a receipt.</summary>
internal sealed partial class ReceiveForm
{
    private const int LinesShown = 5;

    public string? Idem { get; set; }
    public string? Place { get; set; }
    public List<ReceiveFormLine> Lines { get; set; } = [];

    /// <summary>The lines in which anything was typed.</summary>
    public IEnumerable<ReceiveFormLine> Filled => Lines.Where(x => x.Code is not null || x.Batch is not null || x.ExpiresOn is not null || x.Quantity is not null);

    /// <summary>Binding leaves lists short or null; typed text is trimmed, empty text is nothing.</summary>
    public ReceiveForm Complete()
    {
        Idem ??= Guid.CreateVersion7().ToString();
        Lines = [.. (Lines ?? []).Take(50).Select(x => x ?? new ReceiveFormLine())];
        foreach (var line in Lines) (line.Code, line.Batch, line.ExpiresOn, line.Quantity) = (Text(line.Code), Text(line.Batch), Text(line.ExpiresOn), Text(line.Quantity));
        while (Lines.Count < LinesShown) Lines.Add(new ReceiveFormLine());
        return this;
    }

    /// <summary>The command, or null with a problem for each field that is wrong, keyed by the field's name in the form.</summary>
    public ReceiveGoodsCommand? Check(ReceivingDesk desk, IStringLocalizer text, Dictionary<string, string> problems)
    {
        if (!Guid.TryParse(Place, out var place) || desk.Places.All(x => x.Id != place)) problems["Form.Place"] = text["PlaceMissing"];
        if (!Filled.Any()) problems[Field(0, "Code")] = text["NoLines"];
        var lines = new List<ReceivedLine>();
        foreach (var (at, line) in Lines.Index().Where(x => Filled.Contains(x.Item)))
        {
            var right = int.TryParse(line.Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= 1_000_000;
            if (!right) problems[Field(at, "Quantity")] = text["QuantityRange"];
            if (line.Batch is not null && !BatchCode().IsMatch(line.Batch)) problems[Field(at, "Batch")] = text["BatchWrong"];
            var expires = DateOnly.TryParseExact(line.ExpiresOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
            if (line.ExpiresOn is not null && expires is not { Year: >= 2020 and <= 2100 }) problems[Field(at, "ExpiresOn")] = text["ExpiryWrong"];
            else if (expires < desk.Today) problems[Field(at, "ExpiresOn")] = text["ExpiryOver"];
            if (line.Code is null) problems[Field(at, "Code")] = text["CodeMissing"];
            else if (!desk.Goods.TryGetValue(line.Code, out var goods)) problems[Field(at, "Code")] = text[LooksMistyped(line.Code) ? "CodeWrong" : "CodeUnknown", line.Code];
            else if (expires is not null && desk.Expiry.TryGetValue((goods.SkuId, line.Batch ?? ""), out var known) && known != expires) problems[Field(at, "ExpiresOn")] = text["ExpiryDiffers", line.Batch!, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            else lines.Add(new ReceivedLine(goods.SkuId, quantity, line.Batch, expires));
        }
        return problems.Count == 0 ? new ReceiveGoodsCommand(place, lines) : null;
    }

    /// <summary>Name of a line's field in the form.</summary>
    public static string Field(int line, string name) => $"Form.Lines[{line}].{name}";

    private static bool LooksMistyped(string code) => code.Length >= 8 && code.All(char.IsAsciiDigit) && !ScannedCode.IsGtin(code);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    [GeneratedRegex("^[A-Za-z0-9./_-]{1,40}$")]
    private static partial Regex BatchCode();
}

/// <summary>One line of the form, as typed.</summary>
internal sealed class ReceiveFormLine
{
    public string? Code { get; set; }
    public string? Batch { get; set; }
    public string? ExpiresOn { get; set; }
    public string? Quantity { get; set; }
}
