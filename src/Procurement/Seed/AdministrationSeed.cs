using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Seed;

/// <summary>The district, its 11 subdistricts and its 111 communities with a service point: every installation hangs its units below them.</summary>
internal sealed class AdministrationSeed(ProcurementDb db, TimeProvider clock) : ISeed
{
    /// <summary>When the tree of the first installation begins; no report reaches further back.</summary>
    public static readonly DateOnly Beginning = new(2025, 1, 1);

    public bool IsDemonstration => false;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(x => x.Kind == OrganisationKind.District, cancellationToken)) return;
        var planted = new Dictionary<string, Organisation>();
        foreach (var row in SeedFile.Read<NodeRow>(typeof(AdministrationSeed).Assembly, "administration.csv"))
        {
            planted[row.Code] = Organisation.Establish(IdOf(row.Code), row.Code, row.Kind, row.Name, planted.GetValueOrDefault(row.Parent), Beginning, clock.UtcNow());
            db.Add(planted[row.Code]);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Id of a node of the administration: its division code, so that seeds of other files can name it.</summary>
    public static Guid IdOf(string divisionCode) => new($"00000000-0000-7000-8000-{long.Parse(divisionCode, CultureInfo.InvariantCulture):000000000000}");

    private sealed record NodeRow(string Code, OrganisationKind Kind, string Name, string Parent);
}
