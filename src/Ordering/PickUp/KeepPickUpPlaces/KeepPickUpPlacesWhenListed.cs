using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.PickUp.KeepPickUpPlaces;

/// <summary>Makes our copy equal to what the showroom says, so that orders for pick-up are taken while it is away.</summary>
internal sealed class KeepPickUpPlacesWhenListed(OrderingDb db) : Reaction<PickUpPointsListed, OrderingDb>(db)
{
    private readonly OrderingDb db = db;

    protected override async Task React(PickUpPointsListed message, CancellationToken cancellationToken)
    {
        var known = await db.PickUpPlaces.ToDictionaryAsync(x => x.LocationId, cancellationToken);
        if (known.Values.Any(x => x.ToldAt > message.At)) return;
        foreach (var (position, point) in message.Points.Index())
        {
            if (!known.Remove(point.LocationId, out var place)) db.PickUpPlaces.Add(place = new PickUpPlace { LocationId = point.LocationId });
            (place.Name, place.Subdistrict, place.Address, place.Hours, place.Position, place.ToldAt) = (point.Name, point.Subdistrict, point.Address, point.Hours, position, message.At);
        }
        db.PickUpPlaces.RemoveRange(known.Values);
    }
}
