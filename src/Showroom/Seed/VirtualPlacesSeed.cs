using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Seed;

/// <summary>Supplier, customer, loss, donation, adjustment and transit: no installation keeps books without them.</summary>
internal sealed class VirtualPlacesSeed(ShowroomDb db) : ISeed
{
    public bool IsDemonstration => false;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Locations.AnyAsync(x => x.Kind == LocationKind.Supplier, cancellationToken)) return;
        foreach (var row in SeedFile.Read<LocationRow>(typeof(VirtualPlacesSeed).Assembly, "locations.csv").Where(x => !x.Kind.HasShelves()))
            db.Add(Location.Open(row.Id, row.Code, row.Kind, row.Name, row.NameEn));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A row of <c>locations.csv</c>.</summary>
internal sealed record LocationRow(
    Guid Id, string Code, LocationKind Kind, string Name, string NameEn, string ParentCode, string Subdistrict, string Community, string Address, string Hours);
