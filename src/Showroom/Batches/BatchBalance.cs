namespace ZhongFu.Showroom.Batches;

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
