namespace ZhongFu.Catalog.Contracts;

/// <summary>A SKU came on sale or one of these facts changed. The till keeps its own copy, so that it can sell while the catalogue is away.</summary>
/// <param name="Offer">The facts from now on.</param>
/// <param name="At">When, UTC; an older fact never overwrites a newer one.</param>
public sealed record SkuListed(SkuOffer Offer, DateTime At);

/// <summary>A SKU went off sale; its facts stay known for returns and receipts.</summary>
/// <param name="SkuId">The SKU.</param>
/// <param name="At">When, UTC.</param>
public sealed record SkuDelisted(Guid SkuId, DateTime At);
