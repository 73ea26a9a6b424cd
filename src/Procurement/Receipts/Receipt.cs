using ZhongFu.Platform.Domain;
using ZhongFu.Procurement.Contracts;

namespace ZhongFu.Procurement.Receipts;

/// <summary>How far a receipt is.</summary>
internal enum ReceiptState
{
    /// <summary>验收 is done, 复核 is missing.</summary>
    Recorded,

    /// <summary>Two people have signed: the goods are owed.</summary>
    Signed,

    /// <summary>The second person sent it back; the dock records anew.</summary>
    Refused,
}

/// <summary>What two people found of a delivery at the dock (验收单): accepted and rejected by line, weighed where goods are settled by weight. Never edited once signed.</summary>
internal sealed class Receipt : Aggregate
{
    private readonly List<ReceiptLine> lines = [];

    private Receipt()
    {
    }

    /// <summary><c>YS</c>, day, four digits.</summary>
    public string Number { get; private init; } = "";

    public Guid DeliveryId { get; private init; }
    public string DeliveryNumber { get; private init; } = "";
    public Guid OrderId { get; private init; }
    public string OrderNumber { get; private init; } = "";
    public Guid BuyerId { get; private init; }
    public Guid SupplierId { get; private init; }
    public ReceiptState State { get; private set; }

    /// <summary>Of cold goods, in tenths of a degree Celsius.</summary>
    public int? TemperatureTenths { get; private init; }

    public string? Note { get; private init; }

    /// <summary>What is owed for the accepted goods, fen.</summary>
    public long GoodsFen { get; private set; }

    /// <summary>Freight that became due with this receipt, fen.</summary>
    public long FreightFen { get; private set; }

    public Guid RecordedBy { get; private init; }
    public string RecordedByName { get; private init; } = "";
    public DateTime RecordedAt { get; private init; }
    public Guid? CheckedBy { get; private set; }
    public string? CheckedByName { get; private set; }
    public DateTime? CheckedAt { get; private set; }
    public string? CheckNote { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<ReceiptLine> Lines => lines;

    public static Receipt Record(string number, Deliveries.DeliveryNote delivery, IEnumerable<ReceiptLine> found, int? temperatureTenths, string? note, Guid recordedBy, string recordedByName, DateTime now)
    {
        var receipt = new Receipt
        {
            Number = number, DeliveryId = delivery.Id, DeliveryNumber = delivery.Number, OrderId = delivery.OrderId, OrderNumber = delivery.OrderNumber, BuyerId = delivery.BuyerId, SupplierId = delivery.SupplierId,
            TemperatureTenths = temperatureTenths, Note = note, RecordedBy = recordedBy, RecordedByName = recordedByName, RecordedAt = now,
        };
        receipt.lines.AddRange(found.Select(x => x.In(receipt.Id)));
        receipt.GoodsFen = receipt.lines.Sum(x => x.AmountFen);
        return receipt;
    }

    /// <summary>The second person agrees. Who that may be is asked before (<see cref="Organisations.Duties"/>).</summary>
    /// <exception cref="RuleBroken"><c>receipt.checked</c></exception>
    public void Sign(Guid checkedBy, string name, long freightFen, DateTime now)
    {
        Check(ReceiptState.Signed, checkedBy, name, null, now);
        FreightFen = freightFen;
        Raise(new GoodsAccepted(Id, Number, OrderId, BuyerId, SupplierId, [.. lines.Where(x => x.Accepted > 0).Select(x => new AcceptedLine(x.Line, x.SkuId, x.Accepted, x.Grams, x.AmountFen))],
            [.. lines.Select(x => new PurchasedLine(x.Line, x.SkuId, x.Accepted + x.Rejected, (x.Accepted + x.Rejected) * x.UnitPriceFen))], freightFen, now));
    }

    /// <summary>The second person found something else: the dock records anew.</summary>
    public void Refuse(Guid checkedBy, string name, string reason, DateTime now) => Check(ReceiptState.Refused, checkedBy, name, reason, now);

    private void Check(ReceiptState state, Guid checkedBy, string name, string? note, DateTime now)
    {
        if (State != ReceiptState.Recorded) throw new RuleBroken("receipt.checked", "The receipt has been checked.", new { state = State.ToString() });
        (State, CheckedBy, CheckedByName, CheckedAt, CheckNote, Version) = (state, checkedBy, name, now, note, Guid.CreateVersion7());
    }
}

/// <summary>What was found of one line.</summary>
internal sealed class ReceiptLine
{
    public Guid ReceiptId { get; private init; }

    /// <summary>Number of the order's line.</summary>
    public int Line { get; private init; }

    public Guid SkuId { get; private init; }
    public string Name { get; private init; } = "";
    public long Accepted { get; private init; }
    public long Rejected { get; private init; }

    /// <summary>Weight of the accepted pieces, grams; null where pieces count.</summary>
    public long? Grams { get; private init; }

    public long UnitPriceFen { get; private init; }

    /// <summary>Owed for the accepted pieces, fen: by piece, or by what they weigh.</summary>
    public long AmountFen { get; private init; }

    /// <summary>Why pieces were rejected.</summary>
    public string? Reason { get; private init; }

    /// <summary>The unit takes goods whose weight is outside the tolerance, and says so.</summary>
    public string? Consent { get; private init; }

    public string? Batch { get; private init; }
    public string? Certificate { get; private init; }

    /// <summary>Settled by piece, or by weight when it was weighed.</summary>
    /// <exception cref="RuleBroken"><c>receipt.weight</c>: outside the tolerance without consent.</exception>
    public static ReceiptLine Found(Purchases.PurchaseLine ordered, Deliveries.DeliveryLine sent, long accepted, long rejected, long? grams, string? reason, string? consent, int toleranceBp)
    {
        var planned = accepted * ordered.NetWeightGrams;
        if (grams is { } weighed && consent is null && Math.Abs(weighed - planned) * 10_000 > planned * toleranceBp)
            throw new RuleBroken("receipt.weight", "The weight is outside the tolerance: say that the unit agrees.", new { line = ordered.Line, expectedGrams = planned });
        return new ReceiptLine
        {
            Line = ordered.Line, SkuId = ordered.SkuId, Name = $"{ordered.ProductName} {ordered.SkuName}", Accepted = accepted, Rejected = rejected, Grams = grams, UnitPriceFen = ordered.UnitPriceFen,
            AmountFen = grams is { } g ? ByWeight(ordered.UnitPriceFen, g, ordered.NetWeightGrams) : accepted * ordered.UnitPriceFen, Reason = reason, Consent = consent, Batch = sent.Batch, Certificate = sent.Certificate,
        };
    }

    internal ReceiptLine In(Guid receiptId) => new()
    {
        ReceiptId = receiptId, Line = Line, SkuId = SkuId, Name = Name, Accepted = Accepted, Rejected = Rejected, Grams = Grams, UnitPriceFen = UnitPriceFen, AmountFen = AmountFen, Reason = Reason, Consent = Consent,
        Batch = Batch, Certificate = Certificate,
    };

    /// <summary>Price per piece times weight over the net weight of a piece, half a fen up.</summary>
    internal static long ByWeight(long unitPriceFen, long grams, long netWeightGrams) => (long)(((Int128)unitPriceFen * grams * 2 + netWeightGrams) / ((Int128)netWeightGrams * 2));
}
