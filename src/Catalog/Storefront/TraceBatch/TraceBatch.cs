using MediatR;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Catalog.Storefront.TraceBatch;

/// <summary>What is known about the batch of this code, as printed on the pack; null if there is none.</summary>
internal sealed record TraceBatchQuery(string Code) : IQuery<BatchTrace?>;

/// <summary>The way of a batch so far.</summary>
internal sealed record BatchTrace(
    string Code, DateOnly HarvestDay, string Plot, long HarvestGrams, string Inspection, string CertificateNo,
    ProductSummary Product, string Province, string Township, string Village, string Cooperative, string CooperativeEn, string CreditCode, int Households);

internal sealed class TraceBatchHandler(Shelf shelf) : IRequestHandler<TraceBatchQuery, BatchTrace?>
{
    public Task<BatchTrace?> Handle(TraceBatchQuery query, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        return Task.FromResult(snapshot.Facts.ByBatch.TryGetValue(query.Code, out var found) ? Describe(snapshot, found.Product, found.Batch) : null);
    }

    private static BatchTrace Describe(CatalogueSnapshot snapshot, ShelfProduct product, Batches.Batch batch) => new(
        batch.Code, batch.HarvestDay, batch.Plot, batch.HarvestGrams, batch.Inspection, batch.CertificateNo, ProductSummary.Of(snapshot, product),
        product.County.Province, product.Township.Name, product.Cooperative.Village, product.Cooperative.Name, product.Cooperative.NameEn, product.Cooperative.CreditCode.Value, product.Cooperative.Households);
}
