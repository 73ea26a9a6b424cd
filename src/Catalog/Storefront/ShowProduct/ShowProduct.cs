using MediatR;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Catalog.Storefront.ShowProduct;

/// <summary>Everything that is shown about one product, by id or by number; null if there is none.</summary>
internal sealed record ShowProductQuery(Guid? Id, int? Number = null) : IQuery<ProductDetail?>;

/// <summary>The answer; fields are only ever added.</summary>
/// <param name="GrowerShareFen">Of one piece of the cheapest SKU, what goes to the growers; null if no share is recorded.</param>
internal sealed record ProductDetail(
    ProductSummary Product, string Description, string Storage, int? ShelfLifeDays, string? Harvest, int? GrowerShareBp, long? GrowerShareFen, int TaxRateBp, DateTime ListedAt,
    string CategoryName, string CategoryNameEn, string Province, string CountyNameEn, string Township, string Village, Guid CooperativeId, string CooperativeNameEn, string CreditCode, int Households, string Story,
    IReadOnlyList<CertificateFacts> Certificates, IReadOnlyList<BatchFacts> Batches, [property: System.Text.Json.Serialization.JsonIgnore] long AsOf);

/// <summary>A certificate that is valid now.</summary>
internal sealed record CertificateFacts(string Kind, string Number, string Issuer, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>A batch of the product.</summary>
internal sealed record BatchFacts(string Code, DateOnly HarvestDay, string Plot, long HarvestGrams, string Inspection, string CertificateNo);

internal sealed class ShowProductHandler(Shelf shelf) : IRequestHandler<ShowProductQuery, ProductDetail?>
{
    public Task<ProductDetail?> Handle(ShowProductQuery query, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var found = query.Number is { } number ? snapshot.Facts.ByNumber.GetValueOrDefault(number) : snapshot.Facts.ById.GetValueOrDefault(query.Id ?? Guid.Empty);
        return Task.FromResult(found is null ? null : Describe(snapshot, found));
    }

    private static ProductDetail Describe(CatalogueSnapshot snapshot, ShelfProduct x)
    {
        var summary = ProductSummary.Of(snapshot, x, withTiers: true);
        return new ProductDetail(
            summary, x.Product.Description, x.Product.Storage, x.Product.ShelfLifeDays, x.Product.Harvest?.ToString(), x.Product.GrowerShareBp,
            x.Product.GrowerShareBp * summary.LeadSku.PriceFen / 10_000, x.Product.TaxRateBp, x.Product.ListedAt,
            x.Category.Name, x.Category.NameEn, x.County.Province, x.County.NameEn, x.Township.Name, x.Cooperative.Village, x.Cooperative.Id, x.Cooperative.NameEn, x.Cooperative.CreditCode.Value,
            x.Cooperative.Households, x.Cooperative.Story,
            [.. snapshot.CertificatesOf(x).Select(c => new CertificateFacts(c.Kind.ToString(), c.Number, c.Issuer, c.ValidFrom, c.ValidTo))],
            [.. x.Batches.Select(b => new BatchFacts(b.Code, b.HarvestDay, b.Plot, b.HarvestGrams, b.Inspection, b.CertificateNo))], snapshot.Version);
    }
}
