namespace ZhongFu.Showroom.Shifts;

/// <summary>What a drawer entry comes from.</summary>
internal enum DrawerDeed
{
    /// <summary>A sale.</summary>
    Sale,

    /// <summary>Goods came back and money went out.</summary>
    Return,

    /// <summary>A sale of the same shift was called off.</summary>
    Void,
}

/// <summary>The shift's own book: one row for each way of paying of each sale and return, written in the transaction of the deed itself. X and Z are read
/// from here; an invariant compares them with the sales.</summary>
internal sealed class DrawerEntry
{
    /// <summary>The sale or return.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public Guid ShiftId { get; private init; }
    public DrawerDeed Deed { get; private init; }
    public TenderKind Tender { get; private init; }

    /// <summary>What stayed or went out, change taken off; below 0 when money went back, fen.</summary>
    public long AmountFen { get; private init; }

    /// <summary>Discount of the sale, on its first row only, fen.</summary>
    public long DiscountFen { get; private init; }

    public static DrawerEntry Of(Guid shiftId, Guid subjectId, int line, DrawerDeed deed, TenderKind tender, long amountFen, long discountFen = 0) =>
        new() { ShiftId = shiftId, SubjectId = subjectId, Line = line, Deed = deed, Tender = tender, AmountFen = amountFen, DiscountFen = discountFen };
}
