namespace ZhongFu.Catalog.Contracts;

/// <summary>Asks the catalogue to show how many pieces can be ordered online. Sent after every movement and reservation of the SKU.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Available">Pieces on hand, less reserved, less safety stock, over all places that serve online orders; never negative.</param>
/// <param name="Version">Rises with every change of the SKU's stock; an older version never overwrites a newer one.</param>
public sealed record ShowAvailability(Guid SkuId, long Available, long Version);

/// <summary>Asks the catalogue to count sold pieces, for "sold" on cards and the order by sales. Negative for returned goods.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="Quantity">Pieces.</param>
public sealed record CountSold(Guid SkuId, long Quantity);
