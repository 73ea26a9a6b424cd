using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Stocktakes;

/// <summary>One batch of one SKU that is counted.</summary>
internal sealed class StocktakeLine(Guid stocktakeId, Guid skuId, string batch, long snapshot, long priceFen)
{
    public Guid StocktakeId { get; private init; } = stocktakeId;
    public Guid SkuId { get; private init; } = skuId;

    /// <summary>Batch code; empty for goods without one.</summary>
    public string Batch { get; private init; } = batch;

    /// <summary>What the books had when the stocktake began, pieces.</summary>
    public long Snapshot { get; private init; } = snapshot;

    /// <summary>What one piece is worth when differences are weighed, fen.</summary>
    public long PriceFen { get; private init; } = priceFen;

    /// <summary>The count that stands, pieces; null: not counted.</summary>
    public long? Counted { get; private set; }

    /// <summary>What moved between the start and the count that stands: below zero when goods left.</summary>
    public long Moved { get; private set; }

    public DateTime? CountedAt { get; private set; }
    public string? CountedBy { get; private set; }
    public string? CountedByKey { get; private set; }

    /// <summary>What another person had counted before, when it was counted twice.</summary>
    public long? FirstCounted { get; private set; }

    /// <summary>Key of that person.</summary>
    public string? FirstByKey { get; private set; }

    /// <summary>Counted less expected, pieces.</summary>
    public long Difference => Counted is { } counted ? counted - Snapshot - Moved : 0;

    /// <summary>Its value whichever way it goes, fen.</summary>
    public long DifferenceFen => checked(Math.Abs(Difference) * PriceFen);

    /// <summary>The difference is large and only one person has counted.</summary>
    public bool NeedsRecount => FirstByKey is null && DifferenceFen >= Stocktake.RecountFromFen;

    public bool WasCountedBy(string key) => key == CountedByKey || key == FirstByKey;

    /// <summary>The last word stands; what a first, other person counted is kept beside it.</summary>
    internal void Count(long counted, long moved, Actor actor, DateTime now)
    {
        if (CountedByKey is not null && CountedByKey != actor.Key && FirstByKey is null) (FirstCounted, FirstByKey) = (Counted, CountedByKey);
        (Counted, Moved, CountedAt, CountedBy, CountedByKey) = (counted, moved, now, actor.Name, actor.Key);
        if (FirstByKey == actor.Key) (FirstCounted, FirstByKey) = (null, null); // back to one pair of eyes
    }
}
