using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Places;

internal static class Shelving
{
    /// <summary>The open places that have shelves: warehouses, showrooms, then sub-centres and cabinets, by code.</summary>
    public static async Task<IReadOnlyList<Location>> WithShelves(this ShowroomDb db, CancellationToken cancellationToken)
    {
        var places = await db.Locations.AsNoTracking().Where(x => x.IsOpen).OrderBy(x => x.Code).ToListAsync(cancellationToken);
        return [.. places.Where(x => x.Kind.HasShelves()).OrderBy(x => x.Kind)];
    }
}
