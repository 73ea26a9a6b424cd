using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Products;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Showcase;

/// <summary>The catalogue as it is shown from one moment on: facts, stock, sales, valid certificates and seasons. Never changed, only replaced.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly long[] available;
    private readonly long[] sold;
    private readonly byte[] leads;

    /// <param name="facts">What changes rarely.</param>
    /// <param name="version">Never used twice.</param>
    /// <param name="now">UTC; certificates and seasons are as of then.</param>
    /// <param name="available">Pieces by SKU place; taken over, not copied.</param>
    /// <param name="sold">Pieces by product place; taken over, not copied.</param>
    /// <param name="before">The snapshot this one follows: what did not change is taken from it.</param>
    public CatalogueSnapshot(CatalogueFacts facts, long version, DateTime now, long[] available, long[] sold, CatalogueSnapshot? before = null)
    {
        if (before?.Facts != facts) before = null;
        (Facts, Version, At, this.available, this.sold) = (facts, version, now, available, sold);
        var today = BusinessTime.DayOf(now);
        InStock = facts.Having(x => AvailableOf(x) > 0);
        InSeason = facts.Having(x => x.Product.Harvest is { } window && window.Contains(today));
        CertificateFacet = [.. Enum.GetValues<CertificateKind>().Select(kind =>
            new FacetValue(kind.ToString(), kind.ToString(), kind.ToString(), facts.Having(x => x.Certificates.Any(c => c.Kind == kind && c.IsValidAt(now)))))];
        leads = [.. facts.Products.Select(FindLead)];
        var samePrices = before is not null && leads.AsSpan().SequenceEqual(before.leads);
        ByPrice = samePrices ? before!.ByPrice : [.. facts.Products.OrderBy(PriceOf).ThenBy(x => x.Product.Number).Select(x => x.Index)];
        BandFacet = samePrices ? before!.BandFacet : [.. PriceBand.All.Select(band => new FacetValue(band.Value, band.Value, band.Value, facts.Having(x => band.Holds(PriceOf(x)))))];
        BySales = before is not null && sold.AsSpan().SequenceEqual(before.sold) ? before.BySales : [.. facts.Products.OrderByDescending(x => sold[x.Index]).ThenBy(x => x.Product.Number).Select(x => x.Index)];
        FreshUntil = facts.Products.SelectMany(x => x.Certificates).SelectMany(x => new[] { x.Begins, x.Expires })
            .Append(BusinessTime.StartOf(today.AddDays(1))).Where(at => at > now).Min();
    }

    public CatalogueFacts Facts { get; }
    public long Version { get; }

    /// <summary>UTC; when it was made.</summary>
    public DateTime At { get; }

    /// <summary>UTC; from then on a certificate has expired or begun, or another day has: a new snapshot is due.</summary>
    public DateTime FreshUntil { get; }

    public Bits InStock { get; }
    public Bits InSeason { get; }
    public IReadOnlyList<FacetValue> CertificateFacet { get; }

    public IReadOnlyList<FacetValue> BandFacet { get; }

    /// <summary>Places of the products, cheapest first.</summary>
    public int[] ByPrice { get; }

    /// <summary>Places of the products, best sold first.</summary>
    public int[] BySales { get; }

    /// <summary>Pieces a citizen can order online; 0 for SKUs sold to buying units only.</summary>
    public long AvailableOf(ShelfProduct product, int sku) => product.Skus[sku].IsRetail ? available[product.FirstSku + sku] : 0;

    /// <summary>Pieces of all retail SKUs together.</summary>
    public long AvailableOf(ShelfProduct product)
    {
        var sum = 0L;
        for (var i = 0; i < product.Skus.Count; i++) sum += AvailableOf(product, i);
        return sum;
    }

    /// <summary>Place among the product's SKUs of the one that cards show: the cheapest that can be had, or the cheapest when all are sold out.</summary>
    public int LeadOf(ShelfProduct product) => leads[product.Index];

    /// <summary>Price on the card, fen.</summary>
    public long PriceOf(ShelfProduct product) => product.Skus[leads[product.Index]].PriceFen;

    public long SoldOf(ShelfProduct product) => sold[product.Index];

    /// <summary>The certificates whose badge may be shown, one for each kind.</summary>
    public IEnumerable<Certificate> CertificatesOf(ShelfProduct product) => product.Certificates.Where(x => x.IsValidAt(At)).DistinctBy(x => x.Kind).OrderBy(x => x.Kind);

    private byte FindLead(ShelfProduct product)
    {
        var best = 0;
        for (var i = 1; i < product.Skus.Count; i++) if (Worth(product, i).CompareTo(Worth(product, best)) < 0) best = i;
        return (byte)best;
    }

    private (int, long, int) Worth(ShelfProduct product, int sku) =>
        (AvailableOf(product, sku) > 0 ? 0 : product.Skus[sku].IsRetail ? 1 : 2, product.Skus[sku].PriceFen, sku);
}
