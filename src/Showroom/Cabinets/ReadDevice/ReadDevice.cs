using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.ReadDevice;

/// <summary>All that is known of one cabinet.</summary>
internal sealed record ReadDeviceQuery(string Code) : IQuery<DeviceFile>;

/// <param name="MissingBatches">Numbers below the highest that have not come.</param>
/// <param name="Signals">The newest 50.</param>
/// <param name="Sales">The newest 100.</param>
internal sealed record DeviceFile(
    string Code, string Name, string NameEn, string? Address, Cabinet Cabinet, long MissingBatches, IReadOnlyList<StockedSlot> Slots, IReadOnlyList<KnownKey> Keys, IReadOnlyList<CabinetSignal> Signals, IReadOnlyList<CabinetSale> Sales);

/// <param name="OnHand">Pieces of the SKU in the whole cabinet.</param>
internal sealed record StockedSlot(string Slot, string Code, string Name, long PriceFen, int Capacity, int Par, long OnHand)
{
    /// <summary>Pieces to bring.</summary>
    public long Refill => Math.Max(0, Par - Math.Max(0, OnHand));
}

internal sealed record KnownKey(Guid Id, string Hint, DateTime IssuedAt, string IssuedBy, DateTime? ExpiresAt, DateTime? RevokedAt, bool Opens);

internal sealed class ReadDeviceHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ReadDeviceQuery, DeviceFile>
{
    public async Task<DeviceFile> Handle(ReadDeviceQuery request, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var cabinet = await db.Cabinets.AsNoTracking().FirstOrDefaultAsync(x => x.Code == request.Code, cancellationToken) ?? throw new NotFound("The cabinet");
        var (id, place) = (cabinet.Id, await db.Locations.AsNoTracking().FirstAsync(x => x.Id == cabinet.Id, cancellationToken));
        var slots = await db.PlanSlots.AsNoTracking().Where(x => x.CabinetId == id).Join(db.ShelfItems, x => x.SkuId, x => x.SkuId, (slot, item) => new { slot, item }).OrderBy(x => x.slot.Slot).ToListAsync(cancellationToken);
        var stock = await db.Balances.AsNoTracking().Where(x => x.LocationId == id).ToDictionaryAsync(x => x.SkuId, x => x.OnHand, cancellationToken);
        var keys = await db.DeviceKeys.AsNoTracking().Where(x => x.CabinetId == id).OrderByDescending(x => x.IssuedAt).Take(20).ToListAsync(cancellationToken);
        return new(cabinet.Code, place.Name, place.NameEn, place.Address, cabinet,
            cabinet.LastBatch - await db.CabinetBatches.LongCountAsync(x => x.CabinetId == id, cancellationToken),
            [.. slots.Select(x => new StockedSlot(x.slot.Slot, x.item.Code, x.item.Name, x.item.PriceFen, x.slot.Capacity, x.slot.Par, stock.GetValueOrDefault(x.slot.SkuId)))],
            [.. keys.Select(x => new KnownKey(x.Id, x.Hint, x.IssuedAt, x.IssuedBy, x.ExpiresAt, x.RevokedAt, x.Opens(now)))],
            await db.CabinetSignals.AsNoTracking().Where(x => x.CabinetId == id).OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(50).ToListAsync(cancellationToken),
            await db.CabinetSales.AsNoTracking().Where(x => x.CabinetId == id).OrderByDescending(x => x.RecordedAt).ThenByDescending(x => x.Id).Take(100).ToListAsync(cancellationToken));
    }
}
