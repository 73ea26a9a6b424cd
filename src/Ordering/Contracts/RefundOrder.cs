namespace ZhongFu.Ordering.Contracts;

/// <summary>Asks to send money of an order back. Idempotent by <paramref name="RefundKey"/>; answered by <see cref="OrderRefunded"/> once the provider stands by it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AmountFen">How much, fen.</param>
/// <param name="Reason">Code of the cause: <c>buyer</c>, <c>shortage</c>, <c>no-stock</c>, <c>order-cancelled</c>, <c>paid-twice</c>.</param>
/// <param name="RefundKey">Chosen by the asker; the same key is the same refund.</param>
/// <param name="PaymentId">Which payment; null: the one that paid for the order.</param>
public sealed record RefundOrder(Guid OrderId, long AmountFen, string Reason, Guid RefundKey, Guid? PaymentId = null);
