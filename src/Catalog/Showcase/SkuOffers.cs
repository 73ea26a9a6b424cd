using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Answers other modules' questions about offers from memory.</summary>
internal sealed class SkuOffers(Shelf shelf) : ISkuOffers
{
    public ValueTask<IReadOnlyDictionary<Guid, SkuOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken)
    {
        var offers = shelf.Current.Facts.Offers;
        var found = new Dictionary<Guid, SkuOffer>(skuIds.Count);
        foreach (var id in skuIds) if (offers.TryGetValue(id, out var offer)) found[id] = offer;
        return new(found);
    }

    public ValueTask<long> Available(Guid skuId, CancellationToken cancellationToken) => new(shelf.AvailableNow(skuId));

    public static SkuOffer Of(ShelfProduct product, Sku sku) => new(
        sku.Id, product.Product.Id, product.Product.Number, sku.Code, sku.Barcode.Value, product.Product.Name, sku.Name,
        product.County.Code, product.County.Name, product.Township.Code, product.Cooperative.Id, product.Cooperative.Name,
        sku.PriceFen, sku.NetWeightGrams, sku.GrossWeightGrams, product.Product.IsFresh, sku.IsRetail, product.PicturePath,
        Pinyin.Of(SearchText.Normalise(product.Product.Name)).Spaced);
}
