namespace ZhongFu.Showroom.Replenishment;

/// <summary>What is known of one SKU at one place, and how many pieces it therefore needs. Every number a person sees is one of these; nothing else enters.</summary>
/// <param name="Sold">Pieces sold or handed out there in the last <see cref="Days"/> days, less what came back.</param>
/// <param name="LeadDays">Days until goods that are ordered now stand on the shelf.</param>
/// <param name="CoverDays">Days the shelf should last after that.</param>
/// <param name="Minimum">The place's safety stock: pieces it should never fall below.</param>
/// <param name="Reserved">Pieces there that are promised.</param>
/// <param name="Incoming">Pieces of open transfers to the place.</param>
/// <param name="Shelf">Sellable pieces there with the days they can still be sold, today included; null: they keep.</param>
/// <param name="SourceDays">For how many days most of what the source has can still be sold; null: it keeps.</param>
internal sealed record Demand(long Sold, int LeadDays, int CoverDays, long Minimum, long Reserved, long Incoming, IReadOnlyList<(int? Days, long OnHand)> Shelf, int? SourceDays)
{
    /// <summary>Sales are looked at over four weeks, so that every weekday counts alike (product.md, "Stock").</summary>
    public const int Days = 28;

    /// <summary>Sellable pieces there.</summary>
    public long OnHand => Shelf.Sum(x => x.OnHand);

    /// <summary>Pieces of those that will not be sold before their day at today's pace.</summary>
    public long WillExpire => OnHand - InTime();

    /// <summary>Pieces one can count on.</summary>
    public long Usable => Math.Max(0, InTime() - Reserved);

    /// <summary>Pieces that should be there or on the way: the sales of lead and cover time, at least the minimum.</summary>
    public long Target => Math.Max(Minimum, RoundUp(Sold * (LeadDays + CoverDays)));

    /// <summary>Pieces to bring: what lacks, but no more than can be sold before it expires.</summary>
    public long Wanted => Math.Max(0, Math.Min(Target, SellableInTime) - Usable - Incoming);

    /// <summary>Days the place lasts with what it has; for the order in which places are served.</summary>
    public double DaysLeft => Sold <= 0 ? double.MaxValue : (Usable + Incoming) * (double)Days / Sold;

    private long SellableInTime => SourceDays is { } left && Sold > 0 ? Math.Max(Minimum, Sold * Math.Max(0, left - LeadDays) / Days) : long.MaxValue;

    /// <summary>What expires first is sold first; what is left on its day is lost.</summary>
    private long InTime()
    {
        var used = 0L;
        foreach (var (days, onHand) in Shelf.OrderBy(x => x.Days ?? int.MaxValue))
            used += days is { } left && Sold > 0 ? Math.Min(onHand, Math.Max(0, RoundUp(Sold * left) - used)) : onHand;
        return used;
    }

    private static long RoundUp(long soldTimesDays) => soldTimesDays <= 0 ? 0 : (soldTimesDays + Days - 1) / Days;
}
