using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ShelfItems;

/// <summary>From what a scanner or a person types to the SKU.</summary>
internal static class ShelfCodes
{
    /// <summary>The SKUs behind barcodes and article codes; unknown codes are absent. When a barcode was used again, the SKU on sale counts, then the newest.</summary>
    public static async Task<IReadOnlyDictionary<string, ShelfItem>> FindByCode(this ShowroomDb db, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var items = await db.ShelfItems.AsNoTracking().Where(x => codes.Contains(x.Barcode) || codes.Contains(x.Code)).ToListAsync(cancellationToken);
        var found = new Dictionary<string, ShelfItem>();
        foreach (var item in items.OrderBy(x => x.IsOnSale).ThenBy(x => x.At))
            foreach (var code in new[] { item.Barcode, item.Code }) found[code] = item;
        return found;
    }
}
