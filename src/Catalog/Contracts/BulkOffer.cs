namespace ZhongFu.Catalog.Contracts;

/// <summary>What a buying unit is offered for one SKU, as of now.</summary>
/// <param name="Offer">What everybody is told about it; its price is the retail price.</param>
/// <param name="Unit">Counting unit: 箱, 袋…</param>
/// <param name="Category">Slug of the category.</param>
/// <param name="Tiers">From this many pieces on, one piece costs this much; quantities rise, prices fall, each below the retail price. May be empty.</param>
/// <param name="MonthlySupply">Pieces the cooperative can supply in a month.</param>
/// <param name="TaxRateBp">VAT inside the price, in basis points: 900 is 9 %.</param>
public sealed record BulkOffer(SkuOffer Offer, string Unit, string Category, IReadOnlyList<BulkTier> Tiers, long MonthlySupply, int TaxRateBp)
{
    /// <summary>Least pieces of a bulk order: where the first tier begins, or one.</summary>
    public long MinQuantity => Tiers.Count > 0 && !Offer.IsOnSale ? Tiers[0].MinQuantity : 1;

    /// <summary>What one piece costs when this many are bought, fen.</summary>
    public long UnitPriceFor(long quantity) => Tiers.LastOrDefault(tier => tier.MinQuantity <= quantity)?.UnitPriceFen ?? Offer.PriceFen;
}

/// <summary>One step of the bulk price.</summary>
/// <param name="MinQuantity">Pieces, 2 or more.</param>
/// <param name="UnitPriceFen">Fen.</param>
public sealed record BulkTier(long MinQuantity, long UnitPriceFen);

/// <summary>Reads what buying units are offered. Answered from memory.</summary>
public interface IBulkOffers
{
    /// <summary>Everything sold to buying units, in the order of the article codes.</summary>
    ValueTask<IReadOnlyList<BulkOffer>> All(CancellationToken cancellationToken);

    /// <summary>The offers of these SKUs; unknown ids and those not sold to buying units are absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, BulkOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken);

    /// <summary>The offer of an article code or barcode, or null.</summary>
    ValueTask<BulkOffer?> FindByCode(string code, CancellationToken cancellationToken);
}
