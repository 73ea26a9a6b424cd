using ZhongFu.Catalog.Certificates;
using ZhongFu.Catalog.Products;
using ZhongFu.Platform.Time;

namespace ZhongFu.Catalog.Showcase;

/// <summary>The catalogue as it is shown from one moment on: facts, stock, sales, valid certificates and seasons. Never changed, only replaced.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly long[] available;
    private readonly long[] sold;

    /// <param name="facts">What changes rarely.</param>
    /// <param name="version">Never used twice.</param>
    /// <param name="now">UTC; certificates and seasons are as of then.</param>
    /// <param name="available">Pieces by SKU place; taken over, not copied.</param>
    /// <param name="sold">Pieces by product place; taken over, not copied.</param>
    public CatalogueSnapshot(CatalogueFacts facts, long version, DateTime now, long[] available, long[] sold)
    {
        (Facts, Version, At, this.available, this.sold) = (facts, version, now, available, sold);
        var today = BusinessTime.DayOf(now);
        InStock = facts.Having(x => AvailableOf(x) > 0);
        InSeason = facts.Having(x => x.Product.Harvest is { } window && window.Contains(today));
        CertificateFacet = [.. Enum.GetValues<CertificateKind>().Select(kind =>
            new FacetValue(kind.ToString(), kind.ToString(), kind.ToString(), facts.Having(x => x.Certificates.Any(c => c.Kind == kind && c.IsValidAt(now)))))];
        BySales = [.. facts.Products.OrderByDescending(x => sold[x.Index]).ThenBy(x => x.Product.Number).Select(x => x.Index)];
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

    public long SoldOf(ShelfProduct product) => sold[product.Index];

    /// <summary>The certificates whose badge may be shown, one for each kind.</summary>
    public IEnumerable<Certificate> CertificatesOf(ShelfProduct product) => product.Certificates.Where(x => x.IsValidAt(At)).DistinctBy(x => x.Kind).OrderBy(x => x.Kind);
}
