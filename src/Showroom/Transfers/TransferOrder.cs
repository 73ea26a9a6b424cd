using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Transfers;

/// <summary>How far a transfer has come (product.md, "Stock").</summary>
internal enum TransferState
{
    /// <summary>Somebody wants the goods; nothing has moved.</summary>
    Requested,

    /// <summary>The goods are on the road.</summary>
    Dispatched,

    /// <summary>Counted at the other end. Differences may still be open.</summary>
    Received,

    /// <summary>Called off before anything moved.</summary>
    Cancelled,
}

/// <summary>Goods that go from one place to another: asked for, sent by batch, counted on arrival. What is missing stays on the road in the books until a second person has settled it.</summary>
internal sealed class TransferOrder : Aggregate
{
    private readonly List<TransferLine> lines = [];
    private readonly List<TransferGoods> goods = [];
    private readonly List<TransferSettlement> settlements = [];

    private TransferOrder()
    {
    }

    /// <summary><c>DB{yyyyMMdd}-{serial}</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>China date it was asked for on; the serial counts within it.</summary>
    public DateOnly Day { get; private init; }

    public Guid FromId { get; private init; }
    public Guid ToId { get; private init; }
    public TransferState State { get; private set; }
    public string? Note { get; private init; }
    public DateTime RequestedAt { get; private init; }
    public string RequestedBy { get; private init; } = "";
    public DateTime? DispatchedAt { get; private set; }
    public string? DispatchedBy { get; private set; }
    public DateTime? ReceivedAt { get; private set; }
    public string? ReceivedBy { get; private set; }

    /// <summary>Key of who counted: this person may not settle what the count found.</summary>
    public string? ReceivedByKey { get; private set; }

    public DateTime? CancelledAt { get; private set; }
    public string? CancelledBy { get; private set; }
    public string? CancelReason { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<TransferLine> Lines => lines;

    /// <summary>What was sent, by batch.</summary>
    public IReadOnlyList<TransferGoods> Goods => goods;

    public IReadOnlyList<TransferSettlement> Settlements => settlements;

    /// <summary>Asks for goods; lines of the same goods are added up.</summary>
    public static TransferOrder Request(string number, DateOnly day, Guid fromId, Guid toId, IEnumerable<WantedLine> wanted, string? note, Actor actor, DateTime now)
    {
        var order = new TransferOrder { Number = number, Day = day, FromId = fromId, ToId = toId, Note = note, RequestedAt = now, RequestedBy = actor.Name };
        order.lines.AddRange(wanted.GroupBy(x => (x.SkuId, x.Batch)).Select((x, index) => new TransferLine(order.Id, index + 1, x.Key.SkuId, x.Key.Batch, x.Sum(l => l.Quantity))));
        return order;
    }

    /// <summary>The goods leave.</summary>
    /// <exception cref="RuleBroken"><c>transfer.not-requested</c></exception>
    public void Dispatch(IEnumerable<(int Line, Guid SkuId, string Batch, long Quantity)> sent, Actor actor, DateTime now)
    {
        MustBeRequested();
        goods.AddRange(sent.Select(x => new TransferGoods(Id, x.Line, x.SkuId, x.Batch, x.Quantity)));
        (State, DispatchedAt, DispatchedBy, Version) = (TransferState.Dispatched, now, actor.Name, Guid.CreateVersion7());
    }

    /// <summary>The goods were counted at the other end; every batch of every line, once.</summary>
    /// <exception cref="RuleBroken"><c>transfer.not-dispatched</c>, <c>transfer.count-incomplete</c>, <c>transfer.cause-missing</c></exception>
    public void Receive(IReadOnlyDictionary<(int Line, string Batch), (long Counted, DifferenceCause? Cause)> counts, Actor actor, DateTime now)
    {
        if (State != TransferState.Dispatched) throw new RuleBroken("transfer.not-dispatched", "Only goods that are on the road can be counted in.", new { state = State.ToString() });
        if (goods.Any(x => !counts.ContainsKey((x.Line, x.Batch))) || counts.Count != goods.Count) throw new RuleBroken("transfer.count-incomplete", "Every line that was sent must be counted once, and no other.");
        foreach (var part in goods) part.Count(counts[(part.Line, part.Batch)].Counted, counts[(part.Line, part.Batch)].Cause);
        (State, ReceivedAt, ReceivedBy, ReceivedByKey, Version) = (TransferState.Received, now, actor.Name, actor.Key, Guid.CreateVersion7());
    }

    /// <summary>Called off; only while nothing has moved.</summary>
    /// <exception cref="RuleBroken"><c>transfer.not-requested</c></exception>
    public void Cancel(string reason, Actor actor, DateTime now)
    {
        MustBeRequested();
        (State, CancelledAt, CancelledBy, CancelReason, Version) = (TransferState.Cancelled, now, actor.Name, reason, Guid.CreateVersion7());
    }

    /// <summary>A second person says what became of a difference, or of a part of it.</summary>
    /// <exception cref="RuleBroken"><c>transfer.not-received</c>, <c>transfer.own-count</c>, <c>transfer.no-difference</c>, <c>transfer.outcome-wrong</c></exception>
    public TransferSettlement Settle(int line, string batch, DifferenceOutcome outcome, long quantity, string note, Actor actor, DateTime now)
    {
        if (State != TransferState.Received) throw new RuleBroken("transfer.not-received", "The transfer has not been counted in.");
        if (actor.Key == ReceivedByKey) throw new RuleBroken("transfer.own-count", "Who counted the goods may not settle the difference.");
        var part = goods.FirstOrDefault(x => x.Line == line && x.Batch == batch) ?? throw new NotFound("The line");
        if (part.Open < quantity) throw new RuleBroken("transfer.no-difference", "So much is not open on this line.", new { line, batch, open = part.Open });
        if (outcome.IsForShortage() != (part.Difference < 0)) throw new RuleBroken("transfer.outcome-wrong", "This outcome does not fit the difference.", new { line, batch, difference = part.Difference });
        part.Settle(quantity);
        var settlement = new TransferSettlement(Id, settlements.Count + 1, line, part.SkuId, batch, outcome, quantity, note, actor.Key, actor.Name, now);
        settlements.Add(settlement);
        Version = Guid.CreateVersion7();
        return settlement;
    }

    private void MustBeRequested()
    {
        if (State != TransferState.Requested) throw new RuleBroken("transfer.not-requested", "The transfer has left or was called off.", new { state = State.ToString() });
    }
}

/// <summary>Goods somebody wants moved.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Batch">Only this batch; null: whatever expires first.</param>
/// <param name="Quantity">Pieces.</param>
internal sealed record WantedLine(Guid SkuId, string? Batch, long Quantity);
