namespace ZhongFu.Showroom.Stocktakes;

/// <summary>What was typed on a stocktake's page, whichever of its forms was sent.</summary>
internal sealed class StocktakeForm
{
    public string? Idem { get; set; }
    public List<StocktakeFormLine>? Lines { get; set; }
    public string? Code { get; set; }
    public string? Batch { get; set; }
    public string? Quantity { get; set; }
    public bool LeaveUncounted { get; set; }
    public string? Verdict { get; set; }
    public string? Reason { get; set; }
}

/// <summary>One line of it.</summary>
internal sealed class StocktakeFormLine
{
    /// <summary>SKU and batch.</summary>
    public string? Key { get; set; }

    public string? Quantity { get; set; }
}
