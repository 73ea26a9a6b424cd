using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Stocktakes;

/// <summary>How far a stocktake has come.</summary>
internal enum StocktakeState
{
    /// <summary>People count; the shop goes on.</summary>
    Counting,

    /// <summary>Counted; somebody else looks at the differences.</summary>
    Submitted,

    /// <summary>The differences are in the ledger.</summary>
    Posted,

    /// <summary>Given up; nothing was changed.</summary>
    Cancelled,
}

/// <summary>A place is counted while it works (product.md, "Stock"): each line remembers what the books said at the start and what has moved since until it was counted, so that
/// goods sold meanwhile are no difference. Whoever counts does not see what is expected.</summary>
internal sealed class Stocktake : Aggregate
{
    /// <summary>A difference of this value, fen, is counted again by another person.</summary>
    public const long RecountFromFen = 5_000;

    /// <summary>Differences of this value in all, fen, need the approval of the district.</summary>
    public const long LargeFromFen = 100_000;

    private readonly List<StocktakeLine> lines = [];

    private Stocktake()
    {
    }

    /// <summary><c>PK{yyyyMMdd}-{serial}</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>China date it began on; the serial counts within it.</summary>
    public DateOnly Day { get; private init; }

    public Guid LocationId { get; private init; }
    public StocktakeState State { get; private set; }
    public DateTime StartedAt { get; private init; }
    public string StartedBy { get; private init; } = "";
    public DateTime? SubmittedAt { get; private set; }
    public string? SubmittedBy { get; private set; }
    public string? SubmittedByKey { get; private set; }

    /// <summary>When it was posted or given up.</summary>
    public DateTime? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    /// <summary>What the one who judged it said last.</summary>
    public string? Note { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<StocktakeLine> Lines => lines;

    /// <summary>The value of all differences, too few and too many, fen.</summary>
    public long DifferenceFen => lines.Sum(x => x.DifferenceFen);

    public static Stocktake Start(string number, DateOnly day, Guid locationId, IEnumerable<(Guid SkuId, string Batch, long OnHand, long PriceFen)> standing, Actor actor, DateTime now)
    {
        var stocktake = new Stocktake { Number = number, Day = day, LocationId = locationId, StartedAt = now, StartedBy = actor.Name };
        stocktake.lines.AddRange(standing.Select(x => new StocktakeLine(stocktake.Id, x.SkuId, x.Batch, x.OnHand, x.PriceFen)));
        return stocktake;
    }

    /// <summary>Somebody has counted pieces of a batch.</summary>
    /// <param name="onHand">What the books say at this moment, read within the turn of the SKU.</param>
    /// <exception cref="RuleBroken"><c>stocktake.not-counting</c></exception>
    public void Count(Guid skuId, string batch, long counted, long onHand, long priceFen, Actor actor, DateTime now)
    {
        Must(StocktakeState.Counting, "stocktake.not-counting", "Nothing can be counted any more.");
        var line = lines.FirstOrDefault(x => x.SkuId == skuId && x.Batch == batch);
        if (line is null) lines.Add(line = new StocktakeLine(Id, skuId, batch, 0, priceFen)); // came since the start, or the books never knew of it
        line.Count(counted, onHand - line.Snapshot, actor, now);
        Version = Guid.CreateVersion7();
    }

    /// <summary>Counting is over.</summary>
    /// <param name="leaveUncounted">Lines nobody has counted stay as the books have them.</param>
    /// <exception cref="RuleBroken"><c>stocktake.not-counting</c>, <c>stocktake.nothing-counted</c>, <c>stocktake.recount-missing</c>, <c>stocktake.uncounted</c></exception>
    public void Submit(bool leaveUncounted, Actor actor, DateTime now)
    {
        Must(StocktakeState.Counting, "stocktake.not-counting", "Counting is over already.");
        if (lines.All(x => x.Counted is null)) throw new RuleBroken("stocktake.nothing-counted", "Nobody has counted anything.");
        if (lines.Count(x => x.NeedsRecount) is > 0 and var again) throw new RuleBroken("stocktake.recount-missing", "Large differences must be counted again by another person.", new { lines = again });
        if (!leaveUncounted && lines.Count(x => x.Counted is null) is > 0 and var left) throw new RuleBroken("stocktake.uncounted", "Lines are not counted yet.", new { lines = left });
        (State, SubmittedAt, SubmittedBy, SubmittedByKey, Version) = (StocktakeState.Submitted, now, actor.Name, actor.Key, Guid.CreateVersion7());
    }

    /// <summary>The differences are true and go into the ledger.</summary>
    /// <exception cref="RuleBroken"><c>stocktake.not-submitted</c>, <c>stocktake.own-count</c></exception>
    public void Post(string? note, Actor actor, DateTime now)
    {
        Must(StocktakeState.Submitted, "stocktake.not-submitted", "Only a finished count can be approved.");
        if (actor.Key == SubmittedByKey || lines.Any(x => x.WasCountedBy(actor.Key))) throw new RuleBroken("stocktake.own-count", "Who counted may not approve.");
        (State, EndedAt, EndedBy, Note, Version) = (StocktakeState.Posted, now, actor.Name, note, Guid.CreateVersion7());
    }

    /// <summary>Something is not believable: people count on.</summary>
    /// <exception cref="RuleBroken"><c>stocktake.not-submitted</c></exception>
    public void SendBack(string note)
    {
        Must(StocktakeState.Submitted, "stocktake.not-submitted", "Only a finished count can be sent back.");
        (State, Note, Version) = (StocktakeState.Counting, note, Guid.CreateVersion7());
    }

    /// <summary>Given up; the books stay as they are.</summary>
    /// <exception cref="RuleBroken"><c>stocktake.ended</c></exception>
    public void Cancel(string note, Actor actor, DateTime now)
    {
        if (State is StocktakeState.Posted or StocktakeState.Cancelled) throw new RuleBroken("stocktake.ended", "The stocktake has ended.");
        (State, EndedAt, EndedBy, Note, Version) = (StocktakeState.Cancelled, now, actor.Name, note, Guid.CreateVersion7());
    }

    private void Must(StocktakeState state, string code, string message)
    {
        if (State != state) throw new RuleBroken(code, message, new { state = State.ToString() });
    }
}
