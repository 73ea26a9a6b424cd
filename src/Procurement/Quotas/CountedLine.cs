namespace ZhongFu.Procurement.Quotas;

/// <summary>Where a line was bought.</summary>
internal enum AidChannel
{
    /// <summary>A unit's bulk order.</summary>
    Bulk,

    /// <summary>The showroom's counter.</summary>
    Counter,

    /// <summary>A self-service cabinet.</summary>
    Cabinet,
}

/// <summary>For whom a line counts.</summary>
internal enum CreditedTo
{
    /// <summary>The unit that bought it.</summary>
    Buyer,

    /// <summary>The district as a whole.</summary>
    District,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>One line of any channel, whether it counts as assistance, for whom and why (product.md, "Quota"): committed when approved, accepted when signed for, paid when the money went.
/// The key is what was bought: nothing counts twice. Amounts only move by updates that carry their condition.</summary>
internal sealed class CountedLine(AidChannel channel, Guid subjectId, int line, string paper, Guid? organisationId, int year, Guid skuId, bool counts, string ruleCode, DateTime at)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public AidChannel Channel { get; private init; } = channel;

    /// <summary>The order or the sale.</summary>
    public Guid SubjectId { get; private init; } = subjectId;

    /// <summary>Number of its line.</summary>
    public int Line { get; private init; } = line;

    public string Paper { get; private init; } = paper;

    /// <summary>The unit it counts for; null: the district as a whole, or nobody.</summary>
    public Guid? OrganisationId { get; private init; } = organisationId;

    /// <summary>Calendar year in China.</summary>
    public int Year { get; private init; } = year;

    public Guid SkuId { get; private init; } = skuId;
    public bool Counts { get; private init; } = counts;

    /// <summary>Code of the rule that decided (<c>counting-rules.csv</c>).</summary>
    public string RuleCode { get; private init; } = ruleCode;

    public DateTime At { get; private init; } = at;

    /// <summary>Approved and still to come, fen.</summary>
    public long CommittedFen { get; private set; }

    /// <summary>Accepted, fen; paid or not.</summary>
    public long AcceptedFen { get; private set; }

    /// <summary>Paid of the accepted, fen.</summary>
    public long PaidFen { get; private set; }

    /// <summary>The line of an approved order.</summary>
    public CountedLine Committed(long amountFen)
    {
        CommittedFen = amountFen;
        return this;
    }

    /// <summary>Goods that were handed over and paid at once.</summary>
    public CountedLine Sold(long amountFen)
    {
        (AcceptedFen, PaidFen) = (amountFen, amountFen);
        return this;
    }
}
