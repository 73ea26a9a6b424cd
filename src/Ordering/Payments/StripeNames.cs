namespace ZhongFu.Ordering.Payments;

/// <summary>Words that stand in Stripe's books: keys of the metadata we write there, and its names of states.</summary>
internal static class StripeNames
{
    /// <summary>Our id of the attempt, on a session.</summary>
    public const string Payment = "payment";

    /// <summary>Our id of the order, on a session.</summary>
    public const string Order = "order";

    /// <summary>Our id of the refund, on a refund.</summary>
    public const string Refund = "refund";

    public static RefundStatus StatusOf(Stripe.Refund refund) => refund.Status switch
    {
        "succeeded" => RefundStatus.Stands,
        "failed" or "canceled" => RefundStatus.Failed,
        _ => RefundStatus.Pending, // pending, requires_action, and what Stripe may add
    };
}
