using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Catalog.Products;

internal sealed class BarcodesAreRight(CatalogDb db) : IInvariant
{
    public string Rule => "Every SKU carries a GTIN-13 with a right check digit";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
        [.. (await db.Skus.AsNoTracking().Select(x => new { x.Code, x.Barcode }).ToListAsync(cancellationToken)).Where(x => !x.Barcode.IsValid).Select(x => $"{x.Code}: {x.Barcode}")];
}

internal sealed class BulkPricesFall(CatalogDb db) : IInvariant
{
    public string Rule => "Bulk prices fall strictly from the retail price on";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
        [.. (await db.Skus.AsNoTracking().Select(x => new { x.Code, x.PriceFen, x.BulkTiers }).ToListAsync(cancellationToken))
            .Where(x => !x.BulkTiers.Fall(x.PriceFen)).Select(x => $"{x.Code}: retail {x.PriceFen}, bulk {x.BulkTiers}")];
}
