namespace ZhongFu.Showroom.Contracts;

/// <summary>A place where a citizen can collect an order: the showroom or a sub-centre.</summary>
/// <param name="LocationId">The place.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Subdistrict">Subdistrict (街道) it lies in.</param>
/// <param name="Address">Where to go.</param>
/// <param name="Hours">Opening hours as shown to people.</param>
public sealed record PickUpPoint(Guid LocationId, string Name, string Subdistrict, string Address, string Hours);

/// <summary>Reads the places where orders can be collected.</summary>
public interface IPickUpPoints
{
    /// <summary>All open points, by subdistrict and name; at most some hundreds.</summary>
    Task<IReadOnlyList<PickUpPoint>> List(CancellationToken cancellationToken);

    /// <summary>One point, or null when it is unknown or closed.</summary>
    Task<PickUpPoint?> Find(Guid locationId, CancellationToken cancellationToken);
}
