using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Seed;

/// <summary>Tells at every start where orders can be collected: the showroom and the sub-centres that are open.</summary>
internal sealed class PickUpPointsTold(ShowroomDb db, TimeProvider clock) : ISeed
{
    public bool IsDemonstration => false;

    /// <summary>After the places themselves.</summary>
    public bool IsLast => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        var points = await db.Locations.AsNoTracking().Where(x => x.IsOpen && (x.Kind == LocationKind.Showroom || x.Kind == LocationKind.SubCentre))
            .OrderBy(x => x.SubdistrictCode).ThenBy(x => x.Kind).ThenBy(x => x.Code)
            .Select(x => new PickUpPoint(x.Id, x.Name, x.Subdistrict ?? "", x.Address ?? "", x.Hours ?? "")).ToListAsync(cancellationToken);
        db.Send(new PickUpPointsListed(points, clock.UtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
