namespace ZhongFu.Ordering.Contracts;

/// <summary>One line of an order, as it was when the order was placed.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="AmountFen">Price times quantity, fen.</param>
public sealed record OrderedLine(Guid SkuId, long Quantity, long AmountFen);

/// <summary>A citizen committed to buy; stock is not yet set aside.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number, <c>FH</c> + day + serial.</param>
/// <param name="TotalFen">Goods and freight, fen.</param>
/// <param name="At">When, UTC.</param>
public sealed record OrderPlaced(Guid OrderId, string Number, long TotalFen, DateTime At);

/// <summary>The order is paid and its goods are firm.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="Lines">What was bought.</param>
/// <param name="FreightFen">Freight, fen.</param>
/// <param name="TotalFen">What was paid, fen.</param>
/// <param name="At">When, UTC.</param>
public sealed record OrderPaid(Guid OrderId, string Number, IReadOnlyList<OrderedLine> Lines, long FreightFen, long TotalFen, DateTime At);

/// <summary>The order will not be delivered.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Code of the cause: <c>buyer</c>, <c>expired</c>, <c>no-stock</c>, <c>shortage</c>.</param>
/// <param name="At">When, UTC.</param>
public sealed record OrderCancelled(Guid OrderId, string Number, string Reason, DateTime At);

/// <summary>Money went back to the buyer.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="AmountFen">How much, fen, more than 0.</param>
/// <param name="At">When, UTC.</param>
public sealed record OrderRefunded(Guid OrderId, Guid RefundId, long AmountFen, DateTime At);
