using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Showroom.Cabinets;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Seed;

/// <summary>The 134 self-service cabinets of the demonstration and what lies in their slots; keys are issued by people, never planted.</summary>
internal sealed class CabinetsSeed(ShowroomDb db) : ISeed
{
    public bool IsDemonstration => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Cabinets.AnyAsync(cancellationToken)) return;
        var places = Read<LocationRow>("locations.csv").Where(x => x.Kind == LocationKind.Cabinet).ToDictionary(x => x.Code, x => x.Id);
        db.AddRange(Read<CabinetRow>("cabinets.csv").Select(x => Cabinet.At(places[x.Code], x.Code, x.MinTenths, x.MaxTenths)));
        db.AddRange(Read<SlotRow>("planograms.csv").Select(x => PlanSlot.Of(places[x.Cabinet], x.Slot, x.SkuId, x.Capacity, x.Par)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IReadOnlyList<T> Read<T>(string name) => SeedFile.Read<T>(typeof(CabinetsSeed).Assembly, name);

    private sealed record CabinetRow(string Code, int MinTenths, int MaxTenths);

    private sealed record SlotRow(string Cabinet, string Slot, Guid SkuId, int Capacity, int Par);
}
