namespace ZhongFu.Showroom.Replenishment;

/// <summary>Pieces of a SKU that a place should be brought, with every number it follows from. Worked out anew by a job; ordering it takes it away.</summary>
internal sealed class ReplenishmentProposal
{
    public Guid SkuId { get; private init; }
    public Guid LocationId { get; private init; }

    /// <summary>Where the goods would come from: who replenishes the place.</summary>
    public Guid FromId { get; private init; }

    /// <summary>Pieces proposed: what the place wants, as far as the source has it after places that run out sooner.</summary>
    public long Quantity { get; private init; }

    public long Wanted { get; private init; }
    public long Sold { get; private init; }
    public int LeadDays { get; private init; }
    public int CoverDays { get; private init; }
    public long Minimum { get; private init; }
    public long OnHand { get; private init; }
    public long Reserved { get; private init; }
    public long WillExpire { get; private init; }
    public long Incoming { get; private init; }
    public long Target { get; private init; }
    public long SourceFree { get; private init; }
    public DateTime At { get; private init; }

    public static ReplenishmentProposal Of(Guid skuId, Guid locationId, Guid fromId, Demand demand, long sourceFree, DateTime now) => new()
    {
        SkuId = skuId, LocationId = locationId, FromId = fromId, Wanted = demand.Wanted, Quantity = Math.Min(demand.Wanted, Math.Max(0, sourceFree)), Sold = demand.Sold, LeadDays = demand.LeadDays, CoverDays = demand.CoverDays,
        Minimum = demand.Minimum, OnHand = demand.OnHand, Reserved = demand.Reserved, WillExpire = demand.WillExpire, Incoming = demand.Incoming, Target = demand.Target, SourceFree = Math.Max(0, sourceFree), At = now,
    };
}
