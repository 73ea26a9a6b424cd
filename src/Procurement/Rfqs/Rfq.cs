using ZhongFu.Platform.Domain;
using ZhongFu.Procurement.Contracts;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>How far a request for quotes (询价单) is.</summary>
internal enum RfqState
{
    /// <summary>草稿: seen by the unit alone.</summary>
    Draft,

    /// <summary>待报价: cooperatives quote until the deadline; nobody can read a quote.</summary>
    Open,

    /// <summary>已开标: the deadline has passed and the quotes are opened.</summary>
    Closed,

    /// <summary>已定标.</summary>
    Awarded,

    /// <summary>流标: nothing was awarded.</summary>
    Failed,

    /// <summary>已撤回 by the unit before the deadline; its quotes can never be opened.</summary>
    Withdrawn,
}

/// <summary>A unit asks cooperatives for prices (product.md, "Procurement"). Quotes are sealed until the deadline: docs/adr/0018-sealed-quotes.md.</summary>
internal sealed class Rfq : Aggregate
{
    public static readonly TimeSpan LeastNotice = TimeSpan.FromHours(2);
    public static readonly TimeSpan LongestNotice = TimeSpan.FromDays(60);
    private readonly List<RfqLine> lines = [];

    private Rfq()
    {
    }

    /// <summary><c>XJ</c>, day, four digits.</summary>
    public string Number { get; private init; } = "";

    public Guid BuyerId { get; private init; }
    public RfqState State { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Where the goods go; quoted prices are for goods delivered there.</summary>
    public string Place { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>A quote counts that came before it, by the server's clock, UTC.</summary>
    public DateTime Deadline { get; private set; }

    /// <summary>Sealed entries received, revisions and withdrawals included; rises by the same update that decides whether one is in time.</summary>
    public long Entries { get; private init; }

    public Guid RequestedBy { get; private init; }
    public string RequestedByName { get; private init; } = "";
    public DateTime WrittenAt { get; private init; }
    public DateTime? PublishedAt { get; private set; }
    public DateTime? OpenedAt { get; private init; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was withdrawn or failed.</summary>
    public string? EndNote { get; private set; }

    public Guid? AwardedBy { get; private set; }
    public string? AwardedByName { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<RfqLine> Lines => lines;

    public static Rfq Write(string number, Guid buyerId, Guid requestedBy, string requestedByName, DateTime now) =>
        new() { Number = number, BuyerId = buyerId, RequestedBy = requestedBy, RequestedByName = requestedByName, WrittenAt = now, State = RfqState.Draft };

    /// <summary>Says what is asked; a draft only.</summary>
    public void Say(string title, string place, string? note, DateTime deadline, IEnumerable<RfqLine> goods)
    {
        Demand(RfqState.Draft, "rfq.not-draft");
        (Title, Place, Note, Deadline, Version) = (title, place, note, deadline, Guid.CreateVersion7());
        lines.Clear();
        foreach (var line in goods) lines.Add(line.In(Id, lines.Count + 1));
    }

    /// <summary>From now on the invited may quote.</summary>
    /// <exception cref="RuleBroken"><c>rfq.not-draft</c>, <c>rfq.deadline</c>: too soon or too far away by now.</exception>
    public void Publish(DateTime now)
    {
        Demand(RfqState.Draft, "rfq.not-draft");
        if (Deadline < now + LeastNotice || Deadline > now + LongestNotice) throw new RuleBroken("rfq.deadline", "The deadline lies at least 2 hours and at most 60 days ahead.", new { deadline = Deadline });
        (State, PublishedAt, Version) = (RfqState.Open, now, Guid.CreateVersion7());
    }

    /// <summary>The unit takes it back; before the deadline only.</summary>
    public void Withdraw(string reason, DateTime now)
    {
        if (State is not (RfqState.Draft or RfqState.Open) || (State == RfqState.Open && now >= Deadline)) throw Refusal("rfq.not-open");
        End(RfqState.Withdrawn, reason, now);
    }

    /// <summary>Nothing is awarded; also the way out when the quotes cannot be opened after the deadline.</summary>
    public void Fail(string reason, DateTime now)
    {
        if (State != RfqState.Closed && !(State == RfqState.Open && now >= Deadline)) throw Refusal("rfq.not-opened");
        End(RfqState.Failed, reason, now);
    }

    /// <summary>Refuses unless the quotes are opened and nothing is decided.</summary>
    public void MustWaitForAward() => Demand(RfqState.Closed, "rfq.not-opened");

    /// <summary>Gives lines to cooperatives. Whether this person may is asked before (<see cref="Organisations.Duties"/>).</summary>
    public void Award(IReadOnlyList<AwardedLine> given, Guid by, string name, DateTime now)
    {
        Demand(RfqState.Closed, "rfq.not-opened");
        (AwardedBy, AwardedByName) = (by, name);
        End(RfqState.Awarded, null, now);
        Raise(new RfqAwarded(Id, Number, BuyerId, [.. given.Select(x => new RfqAwardedLine(x.Line, x.SupplierId, x.SkuId, x.Quantity, x.UnitPriceFen))], now));
    }

    private void End(RfqState to, string? reason, DateTime now) => (State, EndNote, EndedAt, Version) = (to, reason, now, Guid.CreateVersion7());

    private void Demand(RfqState state, string code)
    {
        if (State != state) throw Refusal(code);
    }

    private RuleBroken Refusal(string code) => new(code, $"The request for quotes is {State}.", new { state = State.ToString() });
}

/// <summary>What is asked for: an article of the catalogue or something described in words.</summary>
/// <param name="rfqId">The request.</param>
/// <param name="line">From 1.</param>
/// <param name="skuId">The SKU wished for, or null for words.</param>
/// <param name="code">Its article code.</param>
/// <param name="name">What it is called.</param>
/// <param name="county">Where it should come from, if that matters.</param>
/// <param name="quantity">Units.</param>
/// <param name="unit">Counting unit.</param>
/// <param name="wantedOn">China date.</param>
internal sealed class RfqLine(Guid rfqId, int line, Guid? skuId, string? code, string name, string? county, long quantity, string unit, DateOnly wantedOn)
{
    public Guid RfqId { get; private init; } = rfqId;
    public int Line { get; private init; } = line;
    public Guid? SkuId { get; private init; } = skuId;
    public string? Code { get; private init; } = code;
    public string Name { get; private init; } = name;
    public string? County { get; private init; } = county;
    public long Quantity { get; private init; } = quantity;
    public string Unit { get; private init; } = unit;
    public DateOnly WantedOn { get; private init; } = wantedOn;

    public RfqLine In(Guid rfq, int number) => new(rfq, number, SkuId, Code, Name, County, Quantity, Unit, WantedOn);
}

/// <summary>That a cooperative may quote.</summary>
internal sealed class RfqInvitation(Guid rfqId, Guid supplierId)
{
    public Guid RfqId { get; private init; } = rfqId;
    public Guid SupplierId { get; private init; } = supplierId;
}
