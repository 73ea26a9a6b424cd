using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Seeding;

namespace ZhongFu.Gateway.Identity.Access;

/// <summary>The roles every installation starts with.</summary>
internal sealed class RolesSeed(IdentityDb db) : ISeed
{
    public bool IsDemonstration => false;

    public async Task Plant(CancellationToken cancellationToken)
    {
        var known = await db.Grants.AsNoTracking().Select(x => new { x.Role, x.Permission }).ToListAsync(cancellationToken);
        foreach (var row in SeedFile.Read<RoleRow>(typeof(RolesSeed).Assembly, "roles.csv"))
            if (!known.Contains(new { row.Role, row.Permission })) db.Grants.Add(new Grant { Role = row.Role, Permission = row.Permission, Scope = row.Scope });
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record RoleRow(string Role, string Permission, Scope Scope);
}
