namespace ZhongFu.Showroom.Contracts;

/// <summary>A till wants to be paid by scan (扫码付): whoever takes the platform's payments opens one. Answered by <see cref="NoteCounterPayment"/>.
/// Told once per attempt; an attempt whose outcome is unknown is asked for, never told anew.</summary>
/// <param name="PaymentId">Chosen by the showroom; the name of the attempt on both sides and towards the payment provider.</param>
/// <param name="Label">What the customer reads beside the amount; at most 20 characters.</param>
/// <param name="AmountFen">Fen, more than 0.</param>
/// <param name="Site">Scheme and host at which the customer's phone finds the platform.</param>
/// <param name="At">When, UTC.</param>
public sealed record CounterPaymentAsked(Guid PaymentId, string Label, long AmountFen, string Site, DateTime At);

/// <summary>The till does not know how an attempt stands: the payment provider is asked. Answered by <see cref="NoteCounterPayment"/> in any case.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="At">When, UTC.</param>
public sealed record CounterPaymentQuestioned(Guid PaymentId, DateTime At);

/// <summary>No sale will be made with this attempt: nobody shall pay it any more, and money that has moved, or still moves, goes back.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="Reason">Code of the cause: <c>cancelled</c>, <c>expired</c>, <c>replaced</c>, <c>no-sale</c>.</param>
/// <param name="At">When, UTC.</param>
public sealed record CounterPaymentDropped(Guid PaymentId, string Reason, DateTime At);

/// <summary>Goods that were paid by scan came back over the counter: so much of the money is sent back to where it came from.</summary>
/// <param name="PaymentId">The attempt that paid.</param>
/// <param name="RefundKey">The same key is the same refund.</param>
/// <param name="AmountFen">Fen, more than 0.</param>
/// <param name="At">When, UTC.</param>
public sealed record CounterRefundOwed(Guid PaymentId, Guid RefundKey, long AmountFen, DateTime At);

/// <summary>Tells the showroom how an attempt to pay by scan stands. May come twice and out of order: paid is never undone but by <see cref="CounterPaymentStanding.SentBack"/>.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="PayUrl">Where the customer pays, for the QR code; when it is open.</param>
/// <param name="At">When that was known, UTC.</param>
public sealed record NoteCounterPayment(Guid PaymentId, CounterPaymentStanding Standing, string? PayUrl, DateTime At);

/// <summary>How an attempt to pay by scan stands.</summary>
public enum CounterPaymentStanding
{
    /// <summary>The customer can pay.</summary>
    Open,

    /// <summary>The money has moved, all of it.</summary>
    Paid,

    /// <summary>Closed without money.</summary>
    Closed,

    /// <summary>Money moved and goes back: it was not what was asked for, or nobody needed it any more.</summary>
    SentBack,

    /// <summary>The payment provider did not answer; asked again by itself.</summary>
    Unknown,
}
