namespace ZhongFu.Showroom.Shifts;

/// <summary>The figures of a drawer, as X shows them and Z keeps them. Money in fen.</summary>
/// <param name="ExpectedFen">Cash that should be in the drawer: float, sales and movements.</param>
internal sealed record DrawerFigures(
    long FloatFen, int SalesCount, long SalesFen, long DiscountFen, int ReturnsCount, long ReturnsFen, int VoidsCount, long VoidsFen, long CashInFen, long CashOutFen, long ExpectedFen,
    IReadOnlyList<TenderFigures> Tenders)
{
    public static DrawerFigures Of(Shift shift, IReadOnlyList<DrawerEntry> entries)
    {
        int CountOf(DrawerDeed deed) => entries.Where(x => x.Deed == deed).Select(x => x.SubjectId).Distinct().Count();
        long SumOf(DrawerDeed deed) => entries.Where(x => x.Deed == deed).Sum(x => x.AmountFen);
        var (into, outOf) = (shift.Movements.Where(x => x.AmountFen > 0).Sum(x => x.AmountFen), -shift.Movements.Where(x => x.AmountFen < 0).Sum(x => x.AmountFen));
        var cash = entries.Where(x => x.Tender == TenderKind.Cash).Sum(x => x.AmountFen);
        return new(shift.FloatFen, CountOf(DrawerDeed.Sale), SumOf(DrawerDeed.Sale), entries.Sum(x => x.DiscountFen), CountOf(DrawerDeed.Return), -SumOf(DrawerDeed.Return),
            CountOf(DrawerDeed.Void), -SumOf(DrawerDeed.Void), into, outOf, shift.FloatFen + cash + into - outOf,
            [.. entries.GroupBy(x => x.Tender).OrderBy(x => x.Key).Select(x => new TenderFigures(x.Key, x.Where(e => e.Deed == DrawerDeed.Sale).Sum(e => e.AmountFen), -x.Where(e => e.Deed != DrawerDeed.Sale).Sum(e => e.AmountFen)))]);
    }
}

/// <summary>What came in and went back by one way of paying, fen.</summary>
internal sealed record TenderFigures(TenderKind Kind, long TakenFen, long ReturnedFen);

/// <summary>What was said at the close beside the count.</summary>
internal sealed record CloseWords(string ClosedBy, string? Reason, string? TakenBy);

/// <summary>The report of a closed shift (交班单): numbered without gaps, written once, never changed.</summary>
internal sealed class ZReport
{
    private readonly List<ZTender> tenders = [];

    public string Number { get; private init; } = "";
    public Guid ShiftId { get; private init; }
    public DateOnly Day { get; private init; }
    public DateTime ClosedAt { get; private init; }
    public string ClosedBy { get; private init; } = "";
    public string? TakenBy { get; private init; }
    public long FloatFen { get; private init; }
    public int SalesCount { get; private init; }
    public long SalesFen { get; private init; }
    public long DiscountFen { get; private init; }
    public int ReturnsCount { get; private init; }
    public long ReturnsFen { get; private init; }
    public int VoidsCount { get; private init; }
    public long VoidsFen { get; private init; }
    public long CashInFen { get; private init; }
    public long CashOutFen { get; private init; }
    public long ExpectedFen { get; private init; }
    public long CountedFen { get; private init; }
    public long DifferenceFen { get; private init; }
    public string? Reason { get; private init; }
    public int UnsentSales { get; private init; }
    public string? ApprovedBy { get; private init; }
    public IReadOnlyList<ZTender> Tenders => tenders;

    public static ZReport Of(string number, Shift shift, DrawerFigures x, CloseWords words, DateTime now)
    {
        var counted = shift.CountedFen ?? throw new InvalidOperationException("A shift is counted before it is closed.");
        var report = new ZReport
        {
            Number = number, ShiftId = shift.Id, Day = shift.Day, ClosedAt = now, ClosedBy = words.ClosedBy, TakenBy = words.TakenBy, FloatFen = x.FloatFen,
            SalesCount = x.SalesCount, SalesFen = x.SalesFen, DiscountFen = x.DiscountFen, ReturnsCount = x.ReturnsCount, ReturnsFen = x.ReturnsFen,
            VoidsCount = x.VoidsCount, VoidsFen = x.VoidsFen, CashInFen = x.CashInFen, CashOutFen = x.CashOutFen, ExpectedFen = x.ExpectedFen,
            CountedFen = counted, DifferenceFen = counted - x.ExpectedFen, Reason = words.Reason, UnsentSales = shift.UnsentSales, ApprovedBy = shift.UnsentApprovedBy,
        };
        report.tenders.AddRange(x.Tenders.Select(t => ZTender.Of(number, t)));
        return report;
    }
}

/// <summary>One way of paying on a Z report.</summary>
internal sealed class ZTender
{
    public string Number { get; private init; } = "";
    public TenderKind Kind { get; private init; }
    public long TakenFen { get; private init; }
    public long ReturnedFen { get; private init; }

    public static ZTender Of(string number, TenderFigures x) => new() { Number = number, Kind = x.Kind, TakenFen = x.TakenFen, ReturnedFen = x.ReturnedFen };
}
