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
    public long TotalFen { get; private set; }
    public long ChangeFen { get; private set; }
    public IReadOnlyList<SaleLine> Lines => lines;
    public IReadOnlyList<Tender> Tenders => tenders;
    public IReadOnlyList<SaleTask> Tasks => tasks;

    /// <summary>Writes a sale down.</summary>
    /// <exception cref="RuleBroken"><c>sale.tender-below-total</c>, <c>sale.change-above-cash</c>.</exception>
    public static Sale Record(string number, Till till, ShiftOfSale shift, SaleSlip slip, IReadOnlyList<SoldGoods> goods, IReadOnlyList<(TenderKind Kind, long AmountFen)> tenders, Actor cashier, DateTime now)
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
            SoldAt = slip.SoldAt,
            RecordedAt = now,
            Day = BusinessDay.Of(slip.SoldAt, now),
        };
        sale.lines.AddRange(goods.Select((x, index) => SaleLine.Of(sale.Id, index + 1, x)));
        sale.tenders.AddRange(tenders.Select((x, index) => Tender.Of(sale.Id, index + 1, x.Kind, x.AmountFen)));
        sale.Settle();
        sale.NoteWhatDiffers(goods);
        if (shift.IsLate) sale.tasks.Add(SaleTask.Of(sale.Id, SaleTask.LateForShift, null, 0, 0, now));
        if (shift.IsForeign) sale.tasks.Add(SaleTask.Of(sale.Id, SaleTask.ForeignShift, null, 0, 0, now));
        sale.Raise(new CounterSaleRecorded(sale.Id, number, sale.LocationId, [.. sale.lines.Select(x => new CounterSaleLine(x.SkuId, x.Quantity, x.AmountFen))], sale.TotalFen, sale.SoldAt));
        return sale;
    }

    /// <summary>More was sold than the books had: the manager finds out why.</summary>
    public void NoteShortStock(Guid skuId, long onHand, long sold) => tasks.Add(SaleTask.Of(Id, SaleTask.StockShort, skuId, onHand, sold, RecordedAt));

    /// <summary>What it puts into its shift's drawer: each tender, the change taken off the cash.</summary>
    public IEnumerable<DrawerEntry> DrawerEntries()
    {
        var change = ChangeFen;
        foreach (var tender in tenders)
        {
            var back = tender.Kind == TenderKind.Cash ? Math.Min(change, tender.AmountFen) : 0;
            change -= back;
            yield return DrawerEntry.Of(ShiftId, Id, tender.Line, DrawerDeed.Sale, tender.Kind, tender.AmountFen - back);
        }
    }

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
        foreach (var x in goods.Where(x => x.PaidFen is { } paid && paid != x.Item.PriceFen))
            tasks.Add(SaleTask.Of(Id, SaleTask.PriceDiffers, x.Item.SkuId, x.Item.PriceFen, x.PaidFen!.Value, RecordedAt));
        foreach (var x in goods.Where(x => !x.Item.IsOnSale).DistinctBy(x => x.Item.SkuId))
            tasks.Add(SaleTask.Of(Id, SaleTask.OffSale, x.Item.SkuId, 0, x.Quantity, RecordedAt));
        if (!BusinessDay.IsBelievable(SoldAt, RecordedAt))
            tasks.Add(SaleTask.Of(Id, SaleTask.ClockDrift, null, 0, (long)(SoldAt - RecordedAt).TotalSeconds, RecordedAt));
    }
}

/// <summary>How a till names a sale.</summary>
internal sealed record SaleSlip(long LocalNumber, DateTime SoldAt, string ContentHash);
