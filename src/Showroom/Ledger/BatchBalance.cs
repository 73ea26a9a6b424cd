namespace ZhongFu.Showroom.Ledger;

/// <summary>Whether goods of a batch may be sold.</summary>
internal enum BatchState
{
    /// <summary>May be sold.</summary>
    Sellable,

    /// <summary>Recalled: may not be sold until the recall is lifted.</summary>
    Blocked,

    /// <summary>The expiry day is over.</summary>
    Expired,
}

/// <summary>Goods of one SKU that were made and are judged together, known by the code printed on them. The stock book makes the row with the first goods of it.</summary>
internal sealed class Batch
{
    /// <summary>The code of goods whose batch nobody wrote down; there is no row for it, and it never expires.</summary>
    public const string None = "";

    public Guid SkuId { get; private init; }

    /// <summary>As printed.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The last day on which it may be sold, China date; null: keeps.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>When the first goods of it came in, UTC.</summary>
    public DateTime ReceivedAt { get; private init; }

    public BatchState State { get; private set; }

    public static Batch Of(Guid skuId, string code, DateOnly? expiresOn, DateTime receivedAt) => new() { SkuId = skuId, Code = code, ExpiresOn = expiresOn, ReceivedAt = receivedAt };

    /// <summary>Whether its goods may be sold on a day; a batch is unsellable from the end of its expiry day, whether or not it was marked yet.</summary>
    public bool IsSellable(DateOnly day) => State == BatchState.Sellable && !IsOver(day);

    /// <summary>Whether its expiry day is over.</summary>
    public bool IsOver(DateOnly day) => ExpiresOn < day;

    /// <summary>Writes down an expiry day that was not known at the first receipt.</summary>
    public void NoteExpiry(DateOnly expiresOn) => ExpiresOn ??= expiresOn;

    /// <summary>The state it is in from now on; only the stock book calls this, for the balances change with it.</summary>
    internal void Become(BatchState state) => State = state;
}

/// <summary>How many pieces of a batch stand at a real place: a projection of the movements beside the balance of the place, which it adds up to.
/// The row of <see cref="Batch.None"/> holds goods without a batch and goes below zero when the counter sold more than the books had.</summary>
internal sealed class BatchBalance
{
    public Guid SkuId { get; private init; }
    public Guid LocationId { get; private init; }
    public string Batch { get; private init; } = "";

    /// <summary>Pieces; below zero only without a batch.</summary>
    public long OnHand { get; set; }

    public static BatchBalance At(Guid skuId, Guid locationId, string batch, long onHand) => new() { SkuId = skuId, LocationId = locationId, Batch = batch, OnHand = onHand };
}
