namespace ZhongFu.Procurement.Rfqs;

/// <summary>What the award form says of one line.</summary>
internal sealed class AwardChoice
{
    public string? Line { get; set; }

    /// <summary>Empty: nobody gets it.</summary>
    public string? Supplier { get; set; }

    public string? Reason { get; set; }
}
