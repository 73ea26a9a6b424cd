namespace ZhongFu.Showroom.Contracts;

/// <summary>Goods were sold at a counter. A sale is a fact: it is never refused for stock.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="Number">Receipt number.</param>
/// <param name="LocationId">Where.</param>
/// <param name="Lines">What, and what was paid for each line.</param>
/// <param name="TotalFen">Sum of the lines, fen.</param>
/// <param name="SoldAt">When it happened, UTC, by the till's clock.</param>
public sealed record CounterSaleRecorded(Guid SaleId, string Number, Guid LocationId, IReadOnlyList<CounterSaleLine> Lines, long TotalFen, DateTime SoldAt);

/// <summary>One line of a counter sale.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="AmountFen">Paid for the line, fen.</param>
public sealed record CounterSaleLine(Guid SkuId, long Quantity, long AmountFen);
