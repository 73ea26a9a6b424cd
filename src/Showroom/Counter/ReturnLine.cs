using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter;

/// <summary>Goods of one line that came back.</summary>
internal sealed class ReturnLine
{
    public Guid ReturnId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    /// <summary>The line of the sale, or null without receipt.</summary>
    public int? SaleLine { get; private init; }

    public Guid SkuId { get; private init; }
    public string Name { get; private init; } = "";
    public long Quantity { get; private init; }
    public long AmountFen { get; private init; }
    public GoodsFate Fate { get; private init; }

    /// <summary>False for goods that these books do not know: no stock moved.</summary>
    public bool IsKnown { get; private init; }

    public static ReturnLine Of(Guid returnId, int line, GoodsBack x) =>
        new() { ReturnId = returnId, Line = line, SaleLine = x.SaleLine, SkuId = x.SkuId, Name = x.Name, Quantity = x.Quantity, AmountFen = x.AmountFen, Fate = x.Fate, IsKnown = x.IsKnown };
}

/// <summary>Money that went back one way.</summary>
internal sealed class ReturnRefund
{
    public Guid ReturnId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    /// <summary>The tender of the sale, or null without receipt.</summary>
    public int? TenderLine { get; private init; }

    public TenderKind Kind { get; private init; }
    public long AmountFen { get; private init; }

    public static ReturnRefund Of(Guid returnId, int line, RefundBack x) => new() { ReturnId = returnId, Line = line, TenderLine = x.TenderLine, Kind = x.Kind, AmountFen = x.AmountFen };
}
