namespace ZhongFu.Procurement.Rfqs;

/// <summary>One sealed entry of a cooperative, never changed after it came. The last one before the deadline counts; a withdrawal is an entry too.</summary>
internal sealed class SealedQuote(Guid rfqId, Guid supplierId, int revision, byte[] envelope, string receipt, string stamp, bool isWithdrawal, string sentBy, DateTime receivedAt)
{
    public Guid RfqId { get; private init; } = rfqId;
    public Guid SupplierId { get; private init; } = supplierId;

    /// <summary>From 1.</summary>
    public int Revision { get; private init; } = revision;

    /// <summary>What only the request's private key opens; empty for a withdrawal.</summary>
    public byte[] Envelope { get; private init; } = envelope;

    /// <summary>SHA-256 of the envelope and where it belongs, told to the cooperative: a later swap can be proved.</summary>
    public string Receipt { get; private init; } = receipt;

    /// <summary>Keyed hash over entry and time: who can only write to the database cannot make one.</summary>
    public string Stamp { get; private init; } = stamp;

    public bool IsWithdrawal { get; private init; } = isWithdrawal;
    public string SentBy { get; private init; } = sentBy;
    public DateTime ReceivedAt { get; private init; } = receivedAt;
}

/// <summary>What the opening found in an entry.</summary>
internal sealed class OpenedQuote(Guid rfqId, Guid supplierId, int revision, bool isSound, bool counts, DateOnly? validUntil, string? note)
{
    private readonly List<OpenedLine> lines = [];

    public Guid RfqId { get; private init; } = rfqId;
    public Guid SupplierId { get; private init; } = supplierId;
    public int Revision { get; private init; } = revision;

    /// <summary>False: the entry is not what was received; nothing in it is believed.</summary>
    public bool IsSound { get; private init; } = isSound;

    /// <summary>The last entry before the deadline.</summary>
    public bool Counts { get; private init; } = counts;

    /// <summary>Last day on which the cooperative stands by it, China time.</summary>
    public DateOnly? ValidUntil { get; private init; } = validUntil;

    public string? Note { get; private init; } = note;
    public IReadOnlyList<OpenedLine> Lines => lines;

    public OpenedQuote With(IEnumerable<QuotedLine> quoted)
    {
        lines.AddRange(quoted.Select(x => new OpenedLine(RfqId, SupplierId, Revision, x.Line, x.UnitPriceFen, x.Quantity, x.SkuId)));
        return this;
    }
}

/// <summary>A quoted line, readable since the opening.</summary>
internal sealed class OpenedLine(Guid rfqId, Guid supplierId, int revision, int line, long unitPriceFen, long quantity, Guid? skuId)
{
    public Guid RfqId { get; private init; } = rfqId;
    public Guid SupplierId { get; private init; } = supplierId;
    public int Revision { get; private init; } = revision;
    public int Line { get; private init; } = line;

    /// <summary>Fen for one unit, delivered, tax included.</summary>
    public long UnitPriceFen { get; private init; } = unitPriceFen;

    /// <summary>How many it can supply.</summary>
    public long Quantity { get; private init; } = quantity;

    /// <summary>The article of its own that it offers, if it is in the catalogue.</summary>
    public Guid? SkuId { get; private init; } = skuId;
}

/// <summary>Who got a line, at what the quote said.</summary>
internal sealed class AwardedLine(Guid rfqId, int line, Guid supplierId, int revision, Guid? skuId, long quantity, long unitPriceFen, long lowestFen, string? reason)
{
    public Guid RfqId { get; private init; } = rfqId;
    public int Line { get; private init; } = line;
    public Guid SupplierId { get; private init; } = supplierId;
    public int Revision { get; private init; } = revision;
    public Guid? SkuId { get; private init; } = skuId;
    public long Quantity { get; private init; } = quantity;
    public long UnitPriceFen { get; private init; } = unitPriceFen;

    /// <summary>The lowest price there was, fen.</summary>
    public long LowestFen { get; private init; } = lowestFen;

    /// <summary>Why not the lowest.</summary>
    public string? Reason { get; private init; } = reason;
}

/// <summary>That what a cooperative won was ordered: once.</summary>
internal sealed class RfqOrder(Guid rfqId, Guid supplierId, Guid orderId, string orderNumber)
{
    public Guid RfqId { get; private init; } = rfqId;
    public Guid SupplierId { get; private init; } = supplierId;
    public Guid OrderId { get; private init; } = orderId;
    public string OrderNumber { get; private init; } = orderNumber;
}
