using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter;

/// <summary>Money a customer gave.</summary>
internal sealed class Tender
{
    public Guid SaleId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public TenderKind Kind { get; private init; }

    /// <summary>What was given, change included, fen.</summary>
    public long AmountFen { get; private init; }

    public static Tender Of(Guid saleId, int line, TenderKind kind, long amountFen) => new() { SaleId = saleId, Line = line, Kind = kind, AmountFen = amountFen };
}
