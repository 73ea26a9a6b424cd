using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter;

/// <summary>Where goods that came back go.</summary>
internal enum GoodsFate
{
    /// <summary>Back on the shelf.</summary>
    Restock,

    /// <summary>Set apart until somebody has looked at them.</summary>
    Quarantine,

    /// <summary>Thrown away.</summary>
    Destroy,
}

/// <summary>Goods that came back over the counter and the money that was given for them; a void is the return of a whole sale within its own shift.</summary>
internal sealed class SaleReturn : Aggregate
{
    private readonly List<ReturnLine> lines = [];
    private readonly List<ReturnRefund> refunds = [];

    private SaleReturn()
    {
    }

    /// <summary><c>TH{terminal}-{yyyyMMdd}-{serial}</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The sale, or null for a return without receipt.</summary>
    public Guid? SaleId { get; private init; }

    public bool IsVoid { get; private init; }
    public string DeviceId { get; private init; } = "";
    public Guid ShiftId { get; private init; }
    public Guid LocationId { get; private init; }
    public DateOnly Day { get; private init; }
    public string Reason { get; private init; } = "";
    public string Cashier { get; private init; } = "";
    public string? ApprovedBy { get; private init; }
    public DateTime At { get; private init; }
    public long TotalFen { get; private init; }
    public IReadOnlyList<ReturnLine> Lines => lines;
    public IReadOnlyList<ReturnRefund> Refunds => refunds;

    public static SaleReturn Record(string number, Till till, Guid shiftId, Guid? saleId, bool isVoid, ReturnWords words, IReadOnlyList<GoodsBack> goods, IReadOnlyList<RefundBack> refunds, Actor cashier, DateOnly day, DateTime now)
    {
        var back = new SaleReturn
        {
            Number = number, SaleId = saleId, IsVoid = isVoid, DeviceId = till.DeviceId, ShiftId = shiftId, LocationId = till.LocationId, Day = day, Reason = words.Reason, Cashier = cashier.Name,
            ApprovedBy = words.ApprovedBy, At = now, TotalFen = checked(goods.Sum(x => x.AmountFen)),
        };
        back.lines.AddRange(goods.Select((x, index) => ReturnLine.Of(back.Id, index + 1, x)));
        back.refunds.AddRange(refunds.Select((x, index) => ReturnRefund.Of(back.Id, index + 1, x)));
        var given = refunds.Sum(x => x.AmountFen);
        if (given != back.TotalFen) throw new RuleBroken("return.refund-differs", "The refunds do not add up to what the goods cost.", new { field = "refunds", totalFen = back.TotalFen, givenFen = given });
        back.Raise(new CounterReturnRecorded(back.Id, saleId, number, till.LocationId, [.. goods.Where(x => x.IsKnown).Select(x => new CounterSaleLine(x.SkuId, x.Quantity, x.AmountFen))], back.TotalFen, now));
        return back;
    }

    /// <summary>What goes out of its shift's drawer.</summary>
    public IEnumerable<DrawerEntry> DrawerEntries()
    {
        var deed = IsVoid ? DrawerDeed.Void : DrawerDeed.Return;
        return refunds.Count == 0 ? [DrawerEntry.Of(ShiftId, Id, 1, deed, TenderKind.Cash, 0)] : refunds.Select(x => DrawerEntry.Of(ShiftId, Id, x.Line, deed, x.Kind, -x.AmountFen));
    }
}

/// <summary>Why, and who approved.</summary>
internal sealed record ReturnWords(string Reason, string? ApprovedBy);

/// <summary>Goods that come back. Amount in fen; the line of the sale, or null without receipt.</summary>
internal sealed record GoodsBack(int? SaleLine, Guid SkuId, string Name, long Quantity, long AmountFen, GoodsFate Fate, bool IsKnown);

/// <summary>Money that goes back; the tender of the sale, or null without receipt.</summary>
internal sealed record RefundBack(int? TenderLine, TenderKind Kind, long AmountFen);
