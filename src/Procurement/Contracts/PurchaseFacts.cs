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
/// <param name="FreightFen">Freight that became due with it, fen.</param>
/// <param name="At">When, UTC.</param>
public sealed record GoodsAccepted(Guid ReceiptId, string Number, Guid OrderId, Guid BuyerId, Guid SupplierId, IReadOnlyList<AcceptedLine> Lines, long FreightFen, DateTime At);

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
/// <param name="AmountFen">Fen.</param>
/// <param name="PaidOn">China date.</param>
/// <param name="At">When it was confirmed, UTC.</param>
public sealed record StatementPaid(Guid PaymentId, Guid StatementId, Guid BuyerId, Guid SupplierId, string Month, long AmountFen, DateOnly PaidOn, DateTime At);
