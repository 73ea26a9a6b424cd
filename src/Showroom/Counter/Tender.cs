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

    /// <summary>Voucher code, slip of the card terminal or payment, as the till gave it.</summary>
    public string? Reference { get; private init; }

    /// <summary>Given back so far by returns, fen; never above what stayed. Changed by conditional update only.</summary>
    public long ReturnedFen { get; private init; }

    public static Tender Of(Guid saleId, int line, GivenMoney given) => new() { SaleId = saleId, Line = line, Kind = given.Kind, AmountFen = given.AmountFen, Reference = given.Reference };
}

/// <summary>Money as it was given.</summary>
internal sealed record GivenMoney(TenderKind Kind, long AmountFen, string? Reference = null);
