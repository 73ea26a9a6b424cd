using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Showroom.Losses;

/// <summary>Goods that are no longer for sale, and why (product.md, "losses by cause and party"). Above a value somebody else has to sign: until then the goods stand
/// in quarantine, off every shelf. Never edited.</summary>
internal sealed class WriteOff : Aggregate
{
    private readonly List<WriteOffLine> lines = [];

    private WriteOff()
    {
    }

    /// <summary><c>BS{yyyyMMdd}-{serial}</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>China date it was recorded on; the serial counts within it.</summary>
    public DateOnly Day { get; private init; }

    public Guid LocationId { get; private init; }
    public LossCause Cause { get; private init; }
    public LossParty Party { get; private init; }
    public string Note { get; private init; } = "";

    /// <summary>At retail prices of the moment, fen: what the house cannot sell any more.</summary>
    public long ValueFen { get; private set; }

    public WriteOffState State { get; private set; }
    public DateTime RecordedAt { get; private init; }
    public string RecordedBy { get; private init; } = "";
    public string RecordedByKey { get; private init; } = "";
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? DecisionNote { get; private set; }

    /// <summary>China date on which it counts as lost: when it was recorded, or signed.</summary>
    public DateOnly? BookedOn { get; private set; }

    /// <summary>The transfer on which the goods were lost, if they were.</summary>
    public string? TransferNumber { get; private init; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<WriteOffLine> Lines => lines;

    public static WriteOff Record(string number, DateOnly day, Guid locationId, LossCause cause, LossParty party, string note, bool needsSignature, Actor actor, DateTime now, string? transferNumber = null) => new()
    {
        Number = number, Day = day, LocationId = locationId, Cause = cause, Party = party, Note = note, RecordedAt = now, RecordedBy = actor.Name, RecordedByKey = actor.Key, TransferNumber = transferNumber,
        State = needsSignature ? WriteOffState.Waiting : WriteOffState.Booked, BookedOn = needsSignature ? null : day,
    };

    /// <summary>Writes down pieces that left the shelf.</summary>
    public void Add(Guid skuId, string batch, long quantity, long unitPriceFen)
    {
        lines.Add(new WriteOffLine(Id, lines.Count + 1, skuId, batch, quantity, unitPriceFen));
        ValueFen += quantity * unitPriceFen;
    }

    /// <summary>Somebody else signs, or sends the goods back to their shelf.</summary>
    /// <exception cref="RuleBroken"><c>loss.decided</c>, <c>loss.own-record</c></exception>
    public void Decide(bool approve, string? note, Actor actor, DateTime now)
    {
        if (State != WriteOffState.Waiting) throw new RuleBroken("loss.decided", "The write-off does not wait for a signature.", new { state = State.ToString() });
        if (actor.Key == RecordedByKey) throw new RuleBroken("loss.own-record", "Who recorded the loss may not sign it.");
        (State, DecidedAt, DecidedBy, DecisionNote, Version) = (approve ? WriteOffState.Booked : WriteOffState.Refused, now, actor.Name, note, Guid.CreateVersion7());
        if (approve) BookedOn = BusinessTime.DayOf(now);
    }
}

/// <summary>Pieces of one batch.</summary>
internal sealed class WriteOffLine(Guid writeOffId, int line, Guid skuId, string batch, long quantity, long unitPriceFen)
{
    public Guid WriteOffId { get; private init; } = writeOffId;

    /// <summary>From 1.</summary>
    public int Line { get; private init; } = line;

    public Guid SkuId { get; private init; } = skuId;

    /// <summary>Batch code; empty for goods without one.</summary>
    public string Batch { get; private init; } = batch;

    public long Quantity { get; private init; } = quantity;

    /// <summary>Retail price of one piece when it was recorded, fen.</summary>
    public long UnitPriceFen { get; private init; } = unitPriceFen;
}
