namespace ZhongFu.Showroom.ScanPayments;

/// <summary>A payment by scan as the till shows it.</summary>
/// <param name="State"><c>Asked</c>, <c>Open</c>, <c>Paid</c>, <c>Closed</c>, <c>Dropped</c> or <c>SentBack</c>.</param>
/// <param name="PayUrl">What the code says, once there is one.</param>
/// <param name="IsUnknown">The last question to the provider stayed without answer.</param>
/// <param name="HeardAt">When the provider was last heard of.</param>
internal sealed record ScanPaymentNews(Guid Id, string State, long AmountFen, string? PayUrl, bool IsUnknown, DateTime? HeardAt, DateTime EndsAt)
{
    public static string Topic(Guid id) => $"scan-payment:{id}";

    public static ScanPaymentNews Of(ScanPayment x) => new(x.Id, x.State.ToString(), x.AmountFen, x.PayUrl, x.IsUnknown, x.HeardAt, x.EndsAt);
}
