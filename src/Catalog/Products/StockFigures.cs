namespace ZhongFu.Catalog.Products;

/// <summary>How many pieces of a SKU can be ordered online: a copy of what the stock ledger last said.</summary>
internal sealed class Availability(Guid skuId, long available, long version, DateTime changedAt)
{
    public Guid SkuId { get; private init; } = skuId;
    public long Available { get; private init; } = available;

    /// <summary>The ledger's version; an older one never overwrites a newer one.</summary>
    public long Version { get; private init; } = version;

    /// <summary>When this copy changed, UTC; other processes look for it.</summary>
    public DateTime ChangedAt { get; private init; } = changedAt;
}

/// <summary>Pieces sold of a product, for cards and the order by sales.</summary>
internal sealed class SalesTally(Guid productId, long sold, DateTime changedAt)
{
    public Guid ProductId { get; private init; } = productId;
    public long Sold { get; private init; } = sold;

    /// <summary>When the count changed, UTC; other processes look for it.</summary>
    public DateTime ChangedAt { get; private init; } = changedAt;
}
