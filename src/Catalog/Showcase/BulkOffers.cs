using ZhongFu.Catalog.Contracts;
using ZhongFu.Catalog.Products;

namespace ZhongFu.Catalog.Showcase;

/// <summary>Answers what buying units are offered, from memory; made anew only when other goods are on the shelf.</summary>
internal sealed class BulkOffers(Shelf shelf) : IBulkOffers
{
    private Sheet sheet = Sheet.Of(CatalogueFacts.Empty);

    public ValueTask<IReadOnlyList<BulkOffer>> All(CancellationToken cancellationToken) => new(Current.All);

    public ValueTask<IReadOnlyDictionary<Guid, BulkOffer>> Find(IReadOnlyCollection<Guid> skuIds, CancellationToken cancellationToken)
    {
        var current = Current;
        var found = new Dictionary<Guid, BulkOffer>(skuIds.Count);
        foreach (var id in skuIds) if (current.BySku.TryGetValue(id, out var offer)) found[id] = offer;
        return new(found);
    }

    public ValueTask<BulkOffer?> FindByCode(string code, CancellationToken cancellationToken) => new(Current.ByCode.GetValueOrDefault(code.Trim()));

    private Sheet Current
    {
        get
        {
            var (facts, known) = (shelf.Current.Facts, Volatile.Read(ref sheet));
            if (known.Facts == facts) return known;
            Volatile.Write(ref sheet, known = Sheet.Of(facts));
            return known;
        }
    }

    private sealed record Sheet(CatalogueFacts Facts, IReadOnlyList<BulkOffer> All, Dictionary<Guid, BulkOffer> BySku, Dictionary<string, BulkOffer> ByCode)
    {
        public static Sheet Of(CatalogueFacts facts)
        {
            BulkOffer[] all = [.. facts.Products.SelectMany(x => x.Skus.Where(sku => sku.SaleScope != SaleScope.Retail).Select(sku => Offer(facts, x, sku))).OrderBy(x => x.Offer.Code, StringComparer.Ordinal)];
            var byCode = new Dictionary<string, BulkOffer>(StringComparer.OrdinalIgnoreCase);
            foreach (var offer in all) byCode[offer.Offer.Code] = byCode[offer.Offer.Barcode] = offer;
            return new Sheet(facts, all, all.ToDictionary(x => x.Offer.SkuId), byCode);
        }

        private static BulkOffer Offer(CatalogueFacts facts, ShelfProduct product, Sku sku) => new(
            facts.Offers[sku.Id], sku.Unit, product.Category.Slug, [.. sku.BulkTiers.All.Select(x => new BulkTier(x.MinQuantity, x.UnitPriceFen))], sku.MonthlySupply, product.Product.TaxRateBp);
    }
}
