using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.PickUp;

/// <summary>Reads the places where orders can be collected.</summary>
internal sealed class PickUpPlaces(OrderingDb db)
{
    private static readonly Expression<Func<PickUpPlace, PickUpPoint>> AsPoint = x => new PickUpPoint(x.LocationId, x.Name, x.Subdistrict, x.Address, x.Hours);

    /// <summary>All open points, in the order to show them; at most some hundreds.</summary>
    public async Task<IReadOnlyList<PickUpPoint>> List(CancellationToken cancellationToken) =>
        await db.PickUpPlaces.AsNoTracking().OrderBy(x => x.Position).Select(AsPoint).ToListAsync(cancellationToken);

    /// <summary>One point, or null when it is unknown or closed.</summary>
    public Task<PickUpPoint?> Find(Guid locationId, CancellationToken cancellationToken) =>
        db.PickUpPlaces.AsNoTracking().Where(x => x.LocationId == locationId).Select(AsPoint).FirstOrDefaultAsync(cancellationToken);
}
