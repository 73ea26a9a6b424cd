namespace ZhongFu.Showroom.Contracts;

/// <summary>A place where a citizen can collect an order: the showroom or a sub-centre.</summary>
/// <param name="LocationId">The place.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Subdistrict">Subdistrict (街道) it lies in.</param>
/// <param name="Address">Where to go.</param>
/// <param name="Hours">Opening hours as shown to people.</param>
public sealed record PickUpPoint(Guid LocationId, string Name, string Subdistrict, string Address, string Hours);

/// <summary>These are all the places where orders can be collected, in the order to show them. Who offers pick-up keeps a copy,
/// so that it can sell while the showroom is away. Told at every start.</summary>
/// <param name="Points">By subdistrict and code; at most some hundreds.</param>
/// <param name="At">When, UTC; an older list never overwrites a newer one.</param>
public sealed record PickUpPointsListed(IReadOnlyList<PickUpPoint> Points, DateTime At);
