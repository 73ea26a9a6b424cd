using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter;

/// <summary>A sale at the counter. It has happened: it is never refused for stock or price, only when it contradicts itself.</summary>
internal sealed class Sale : Aggregate
{
    private readonly List<SaleLine> lines = [];
    private readonly List<Tender> tenders = [];
    private readonly List<SaleTask> tasks = [];

    private Sale()
    {
    }

    /// <summary><c>PD{terminal}-{yyyyMMdd}-{serial}</c>.</summary>
    public string Number { get; private init; } = "";

    public string DeviceId { get; private init; } = "";

    /// <summary>The till's own count; with the device unique for ever.</summary>
    public long LocalNumber { get; private init; }

    /// <summary>Of what the till sent, to tell a repeat from another sale under the same number.</summary>
    public string ContentHash { get; private init; } = "";

    /// <summary>The shift whose drawer holds its money.</summary>
    public Guid ShiftId { get; private init; }

    public Guid LocationId { get; private init; }
    public string CashierKey { get; private init; } = "";
    public string Cashier { get; private init; } = "";

    /// <summary>By the till's clock, UTC.</summary>
    public DateTime SoldAt { get; private init; }

    /// <summary>By our clock, UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    public DateOnly Day { get; private init; }
    /// <summary>Taken off in all, fen.</summary>
    public long DiscountFen { get; private set; }

    /// <summary>Who approved the discount.</summary>
    public string? ApprovedBy { get; private init; }

    /// <summary>Keyed hash of the member's phone, to find the member's purchases; never the number itself.</summary>
    public string? MemberKey { get; private init; }

    /// <summary><c>138****8000</c>.</summary>
    public string? MemberPhone { get; private init; }

    /// <summary>The sub-centre this sale counts for.</summary>
    public Guid? SubCentreId { get; private init; }

    /// <summary>The registered buyer whose account is charged.</summary>
    public string? AccountCode { get; private init; }

    /// <summary>Made while the till had no link.</summary>
    public bool Offline { get; private init; }

    /// <summary>The end of the electronic receipt's address; nobody guesses it.</summary>
    public string Token { get; private init; } = "";

    /// <summary>How often the receipt was printed again.</summary>
    public int Reprints { get; private init; }

    /// <summary>Called off: a void gave everything back.</summary>
    public bool IsVoid { get; private init; }

    /// <summary>Counts its returns; the row's turn for those that come at once.</summary>
    public int ReturnCount { get; private init; }

    public long TotalFen { get; private set; }
    public long ChangeFen { get; private set; }
    public IReadOnlyList<SaleLine> Lines => lines;
    public IReadOnlyList<Tender> Tenders => tenders;
    public IReadOnlyList<SaleTask> Tasks => tasks;

    /// <summary>Writes a sale down.</summary>
    /// <exception cref="RuleBroken"><c>sale.tender-below-total</c>, <c>sale.change-above-cash</c>.</exception>
    public static Sale Record(string number, Till till, ShiftOfSale shift, SaleSlip slip, IReadOnlyList<SoldGoods> goods, IReadOnlyList<GivenMoney> tenders, SaleExtras extras, Actor cashier, DateTime now)
    {
        var sale = new Sale
        {
            Number = number,
            DeviceId = till.DeviceId,
            LocalNumber = slip.LocalNumber,
            ContentHash = slip.ContentHash,
            ShiftId = shift.ShiftId,
            LocationId = till.LocationId,
            CashierKey = cashier.Key,
            Cashier = cashier.Name,
            ApprovedBy = extras.ApprovedBy,
            MemberKey = extras.MemberKey,
            MemberPhone = extras.MemberPhone,
            SubCentreId = extras.SubCentreId,
            AccountCode = extras.AccountCode,
            Offline = extras.Offline,
            Token = extras.Token,
            SoldAt = slip.SoldAt,
            RecordedAt = now,
            Day = BusinessDay.Of(slip.SoldAt, now),
        };
        var shares = Spread(extras.DiscountFen, [.. goods.Select(x => x.BeforeCartFen)]);
        sale.lines.AddRange(goods.Select((x, index) => SaleLine.Of(sale.Id, index + 1, x, shares[index])));
        sale.tenders.AddRange(tenders.Select((x, index) => Tender.Of(sale.Id, index + 1, x)));
        sale.DiscountFen = sale.lines.Sum(x => x.DiscountFen);
        sale.Settle();
        sale.NoteWhatDiffers(goods);
        if (shift.IsLate) sale.Note(SaleTask.LateForShift);
        if (shift.IsForeign) sale.Note(SaleTask.ForeignShift);
        sale.Raise(new CounterSaleRecorded(sale.Id, number, sale.LocationId, [.. sale.lines.Where(x => x.IsKnown).Select(x => new CounterSaleLine(x.SkuId, x.Quantity, x.AmountFen))], sale.TotalFen, sale.SoldAt));
        return sale;
    }

    /// <summary>More was sold than the books had: the manager finds out why.</summary>
    public void NoteShortStock(Guid skuId, long onHand, long sold) => Note(SaleTask.StockShort, onHand, sold, skuId);

    /// <summary>Goods that were set aside for orders went over the counter: other places stand in for some, for the rest the buyers choose.</summary>
    public void NotePromiseEaten(Guid skuId, long moved, long lost) => Note(lost > 0 ? SaleTask.OrderShort : SaleTask.OrderMoved, moved + lost, moved, skuId);

    /// <summary>Something for the manager.</summary>
    public void Note(string kind, long expected = 0, long actual = 0, Guid? skuId = null) => tasks.Add(SaleTask.Of(Id, kind, skuId, expected, actual, RecordedAt));

    /// <summary>A discount on the whole cart, by the lines' amounts: exact to the fen, no line below 0, what is left over goes to the largest lines.</summary>
    internal static long[] Spread(long discountFen, IReadOnlyList<long> amounts)
    {
        var total = amounts.Sum();
        if (discountFen > total) throw new RuleBroken("sale.discount-above-total", "The discount is more than the goods cost.", new { field = "discountFen", totalFen = total });
        var shares = amounts.Select(x => total == 0 ? 0 : (long)((Int128)discountFen * x / total)).ToArray();
        var rest = discountFen - shares.Sum();
        foreach (var (at, amount) in amounts.Index().OrderByDescending(x => x.Item))
        {
            var more = Math.Min(rest, amount - shares[at]);
            shares[at] += more;
            rest -= more;
        }
        return shares;
    }

    /// <summary>What it puts into its shift's drawer: each tender, the change taken off the cash.</summary>
    public IEnumerable<DrawerEntry> DrawerEntries()
    {
        var change = ChangeFen;
        foreach (var tender in tenders)
        {
            var back = tender.Kind == TenderKind.Cash ? Math.Min(change, tender.AmountFen) : 0;
            change -= back;
            yield return DrawerEntry.Of(ShiftId, Id, tender.Line, DrawerDeed.Sale, tender.Kind, tender.AmountFen - back, tender.Line == 1 ? DiscountFen : 0);
        }
    }

    /// <summary>Pieces of a recalled or expired batch went over the counter: the manager finds the customer or the shelf.</summary>
    public void NoteUnsellable(Guid skuId, long pieces) => tasks.Add(SaleTask.Of(Id, SaleTask.BatchUnsellable, skuId, 0, pieces, RecordedAt));

    private void Settle()
    {
        TotalFen = checked(lines.Sum(x => x.AmountFen));
        var given = checked(tenders.Sum(x => x.AmountFen));
        var cash = tenders.Where(x => x.Kind == TenderKind.Cash).Sum(x => x.AmountFen);
        if (given < TotalFen) throw new RuleBroken("sale.tender-below-total", "What was given is less than the total.", new { field = "tenders", totalFen = TotalFen, givenFen = given });
        if (given - TotalFen > cash) throw new RuleBroken("sale.change-above-cash", "Change is given out of cash only.", new { field = "tenders", totalFen = TotalFen, cashFen = cash });
        ChangeFen = given - TotalFen;
    }

    private void NoteWhatDiffers(IReadOnlyList<SoldGoods> goods)
    {
        foreach (var x in goods.Where(x => x.IsKnown && x.PaidFen is { } paid && paid != x.ExpectedFen))
            tasks.Add(SaleTask.Of(Id, SaleTask.PriceDiffers, x.Item.SkuId, x.ExpectedFen, x.PaidFen!.Value, RecordedAt));
        foreach (var x in goods.Where(x => !x.IsKnown)) Note(SaleTask.UnknownGoods, 0, x.Quantity);
        foreach (var x in goods.Where(x => !x.Item.IsOnSale).DistinctBy(x => x.Item.SkuId))
            tasks.Add(SaleTask.Of(Id, SaleTask.OffSale, x.Item.SkuId, 0, x.Quantity, RecordedAt));
        if (!BusinessDay.IsBelievable(SoldAt, RecordedAt))
            tasks.Add(SaleTask.Of(Id, SaleTask.ClockDrift, null, 0, (long)(SoldAt - RecordedAt).TotalSeconds, RecordedAt));
    }
}
