namespace ZhongFu.Procurement.Contracts;

/// <summary>A bulk order was approved by everybody who had to: the buyer owes the goods, the budget is committed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="BuyerId">The unit.</param>
/// <param name="SupplierId">The cooperative.</param>
/// <param name="Lines">What.</param>
/// <param name="FreightFen">Freight, fen.</param>
/// <param name="TotalFen">Lines and freight, fen, tax included.</param>
/// <param name="At">When, UTC.</param>
public sealed record PurchaseApproved(Guid OrderId, string Number, Guid BuyerId, Guid SupplierId, IReadOnlyList<PurchasedLine> Lines, long FreightFen, long TotalFen, DateTime At);

/// <summary>One line of a bulk order.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="AmountFen">Fen, tax included.</param>
public sealed record PurchasedLine(int Line, Guid SkuId, long Quantity, long AmountFen);

/// <summary>Goods were accepted at the dock by two people: what the district may count.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Number">Its number.</param>
/// <param name="OrderId">The order.</param>
/// <param name="BuyerId">The unit.</param>
/// <param name="SupplierId">The cooperative.</param>
/// <param name="Lines">What was accepted.</param>
/// <param name="Settled">What is no longer to come of the order, accepted or rejected, at the order's prices.</param>
/// <param name="FreightFen">Freight that became due with it, fen.</param>
/// <param name="At">When, UTC.</param>
public sealed record GoodsAccepted(
    Guid ReceiptId, string Number, Guid OrderId, Guid BuyerId, Guid SupplierId, IReadOnlyList<AcceptedLine> Lines, IReadOnlyList<PurchasedLine> Settled, long FreightFen, DateTime At);

/// <summary>One accepted line.</summary>
/// <param name="Line">Number of the order's line.</param>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Accepted pieces.</param>
/// <param name="Grams">What they weighed, or null where pieces were counted.</param>
/// <param name="AmountFen">What is owed for them, fen, tax included.</param>
public sealed record AcceptedLine(int Line, Guid SkuId, long Quantity, long? Grams, long AmountFen);

/// <summary>Money for agreed lines reached the cooperative, confirmed by two people.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="StatementId">The statement.</param>
/// <param name="BuyerId">The unit.</param>
/// <param name="SupplierId">The cooperative.</param>
/// <param name="Month">Month of acceptance, yyyy-MM.</param>
/// <param name="AmountFen">Fen, freight included.</param>
/// <param name="Lines">The goods it paid.</param>
/// <param name="PaidOn">China date.</param>
/// <param name="At">When it was confirmed, UTC.</param>
public sealed record StatementPaid(Guid PaymentId, Guid StatementId, Guid BuyerId, Guid SupplierId, string Month, long AmountFen, IReadOnlyList<PaidLine> Lines, DateOnly PaidOn, DateTime At);

/// <summary>What a payment paid of one line of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Line">Number of its line.</param>
/// <param name="AmountFen">Fen.</param>
public sealed record PaidLine(Guid OrderId, int Line, long AmountFen);

/// <summary>An approved order will not be delivered: the buyer cancelled it or the supplier declined.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">When, UTC.</param>
public sealed record PurchaseEnded(Guid OrderId, string Number, DateTime At);

/// <summary>The supplier gave part of an accepted line back by a credit note.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Line">Number of its line; 0 for the freight.</param>
/// <param name="AmountFen">Fen, more than 0.</param>
/// <param name="At">When, UTC.</param>
public sealed record PurchaseCredited(Guid OrderId, int Line, long AmountFen, DateTime At);
