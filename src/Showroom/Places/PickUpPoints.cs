using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Places;

/// <summary>The showroom and the sub-centres hand orders over.</summary>
internal sealed class PickUpPoints(ShowroomDb db) : IPickUpPoints
{
    private static readonly Expression<Func<Location, bool>> HandsOver = x => x.IsOpen && (x.Kind == LocationKind.Showroom || x.Kind == LocationKind.SubCentre);

    public async Task<IReadOnlyList<PickUpPoint>> List(CancellationToken cancellationToken) =>
        await Points(db.Locations).OrderBy(x => x.SubdistrictCode).ThenBy(x => x.Kind).ThenBy(x => x.Code).Select(AsPoint).ToListAsync(cancellationToken);

    public Task<PickUpPoint?> Find(Guid locationId, CancellationToken cancellationToken) =>
        Points(db.Locations).Where(x => x.Id == locationId).Select(AsPoint).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<Location> Points(IQueryable<Location> locations) => locations.AsNoTracking().Where(HandsOver);

    private static Expression<Func<Location, PickUpPoint>> AsPoint => x => new PickUpPoint(x.Id, x.Name, x.Subdistrict ?? "", x.Address ?? "", x.Hours ?? "");
}
