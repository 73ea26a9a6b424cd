namespace ZhongFu.Showroom.Contracts;

/// <summary>Goods came back over a counter, or a whole sale was called off.</summary>
/// <param name="ReturnId">The return.</param>
/// <param name="SaleId">The sale; null without receipt.</param>
/// <param name="Number">Number of the return.</param>
/// <param name="LocationId">Where.</param>
/// <param name="Lines">What came back, and what was given for each line.</param>
/// <param name="TotalFen">Given back in all, fen.</param>
/// <param name="At">When, UTC.</param>
public sealed record CounterReturnRecorded(Guid ReturnId, Guid? SaleId, string Number, Guid LocationId, IReadOnlyList<CounterSaleLine> Lines, long TotalFen, DateTime At);
