using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.ReadPlan;

/// <summary>What a cabinet should hold and what it costs.</summary>
internal sealed record ReadPlanQuery(Guid CabinetId) : IQuery<CabinetPlan>;

/// <param name="MinTenths">Coldest its goods bear, tenths of a degree Celsius.</param>
/// <param name="MaxTenths">Warmest.</param>
internal sealed record CabinetPlan(string Cabinet, int MinTenths, int MaxTenths, IReadOnlyList<PlannedSlot> Slots)
{
    /// <summary>Changes with anything a device would show or do otherwise.</summary>
    public string Tag() => $"\"{CabinetReport.Sha(this)[..32].ToLowerInvariant()}\"";
}

/// <param name="IsOnSale">Otherwise the slot is to be kept shut.</param>
internal sealed record PlannedSlot(string Slot, Guid SkuId, string Barcode, string Name, long PriceFen, int Capacity, int Par, bool IsOnSale);

internal sealed class ReadPlanHandler(ShowroomDb db) : IRequestHandler<ReadPlanQuery, CabinetPlan>
{
    public async Task<CabinetPlan> Handle(ReadPlanQuery request, CancellationToken cancellationToken)
    {
        var cabinet = await db.Cabinets.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.CabinetId, cancellationToken) ?? throw new NotFound("The cabinet");
        var slots = await (from slot in db.PlanSlots.AsNoTracking()
                           where slot.CabinetId == cabinet.Id
                           join item in db.ShelfItems.AsNoTracking() on slot.SkuId equals item.SkuId
                           orderby slot.Slot
                           select new { slot, item }).ToListAsync(cancellationToken);
        return new(cabinet.Code, cabinet.MinTenths, cabinet.MaxTenths,
            [.. slots.Select(x => new PlannedSlot(x.slot.Slot, x.slot.SkuId, x.item.Barcode, x.item.Name, x.item.PriceFen, x.slot.Capacity, x.slot.Par, x.item.IsOnSale))]);
    }
}
