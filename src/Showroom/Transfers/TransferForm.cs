namespace ZhongFu.Showroom.Transfers;

/// <summary>What was typed on a transfer's page, whichever of its forms was sent.</summary>
internal sealed class TransferForm
{
    public string? Idem { get; set; }
    public string? Reason { get; set; }
    public List<TransferFormLine>? Lines { get; set; }
    public string? Part { get; set; }
    public string? Outcome { get; set; }
    public string? Quantity { get; set; }
    public string? Note { get; set; }
}

/// <summary>One line of it.</summary>
internal sealed class TransferFormLine
{
    public string? Quantity { get; set; }
    public string? Cause { get; set; }
}
