namespace ZhongFu.Procurement.Contracts;

/// <summary>Quotes were compared and lines given to cooperatives.</summary>
/// <param name="RfqId">The request for quotes.</param>
/// <param name="Number">Its number.</param>
/// <param name="BuyerId">The unit.</param>
/// <param name="Lines">The lines that were given; others found no quote that was taken.</param>
/// <param name="At">When, UTC.</param>
public sealed record RfqAwarded(Guid RfqId, string Number, Guid BuyerId, IReadOnlyList<RfqAwardedLine> Lines, DateTime At);

/// <summary>One awarded line.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="SupplierId">The cooperative.</param>
/// <param name="SkuId">The SKU it will deliver, or null when it is not in the catalogue.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPriceFen">Fen for one, delivered, tax included.</param>
public sealed record RfqAwardedLine(int Line, Guid SupplierId, Guid? SkuId, long Quantity, long UnitPriceFen);
