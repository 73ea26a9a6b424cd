using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Data;
using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Catalog.Cooperatives;

internal sealed class CreditCodesAreRight(CatalogDb db) : IInvariant
{
    public string Rule => "Every cooperative has a unified social credit code with a right check character";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
        [.. (await db.Cooperatives.AsNoTracking().Select(x => new { x.Code, x.CreditCode }).ToListAsync(cancellationToken)).Where(x => !x.CreditCode.IsValid).Select(x => $"{x.Code}: {x.CreditCode}")];
}
