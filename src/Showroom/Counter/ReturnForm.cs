using System.Globalization;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Showroom.Counter;

/// <summary>What was typed on the returns page.</summary>
internal sealed class ReturnForm
{
    public string? Idem { get; set; }
    public string? Device { get; set; }
    public string? Reason { get; set; }
    public string? Manager { get; set; }
    public string? ManagerPin { get; set; }
    public List<ReturnRow> Rows { get; set; } = [];

    /// <summary>Rows that name a quantity; the others are left alone.</summary>
    public IEnumerable<(int At, ReturnRow Row)> Wanted => Rows.Index().Where(x => PlainText.Clean(x.Item.Quantity) is not (null or "0")).Select(x => (x.Index, x.Item));
}

/// <summary>One row: a line of the receipt, or a code without one.</summary>
internal sealed class ReturnRow
{
    public int? Line { get; set; }
    public string? Code { get; set; }
    public string? Quantity { get; set; }
    public string? Fate { get; set; }
    public string? Price { get; set; }

    /// <summary>Pieces, or null when it is no number of pieces.</summary>
    public long? Pieces => long.TryParse(Quantity?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) && pieces is >= 1 and <= 9999 ? pieces : null;
}
