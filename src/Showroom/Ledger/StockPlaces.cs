using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Ledger;

/// <summary>The few places that stock rules ask about: those that serve online orders, in their order, and the virtual ones.</summary>
internal sealed class StockPlaces
{
    private readonly IReadOnlyList<Location> places;

    private StockPlaces(IReadOnlyList<Location> places)
    {
        this.places = places;
        Online = [.. places.Where(x => x.OnlinePriority is not null).OrderBy(x => x.OnlinePriority).ThenBy(x => x.Code, StringComparer.Ordinal).Select(x => x.Id)];
    }

    /// <summary>Places that serve online orders, first choice first.</summary>
    public IReadOnlyList<Guid> Online { get; }

    public Guid Supplier => The(LocationKind.Supplier);
    public Guid Loss => The(LocationKind.Loss);
    public Guid Quarantine => The(LocationKind.Quarantine);
    public Guid Customer => The(LocationKind.Customer);
    public Guid Transit => The(LocationKind.Transit);
    public Guid Donation => The(LocationKind.Donation);
    public Guid Adjustment => The(LocationKind.Adjustment);

    /// <summary>Whether the place only balances the books.</summary>
    public bool IsVirtual(Guid id) => places.Any(x => x.Id == id && !x.Kind.IsReal());

    /// <summary>The order in which places give goods to one reservation: the preferred one first, if goods can be handed out there.</summary>
    public IReadOnlyList<Guid> Serving(Guid? preferred) =>
        preferred is { } first && !IsVirtual(first) ? [first, .. Online.Where(x => x != first)] : Online;

    public static async Task<StockPlaces> Load(ShowroomDb db, CancellationToken cancellationToken) => new(
        await db.Locations.AsNoTracking().Where(x => x.Kind != LocationKind.SubCentre && x.Kind != LocationKind.Cabinet).ToListAsync(cancellationToken));

    private Guid The(LocationKind kind) =>
        places.FirstOrDefault(x => x.Kind == kind)?.Id ?? throw new InvalidOperationException($"The books have no {kind} location; the seed plants it.");
}
