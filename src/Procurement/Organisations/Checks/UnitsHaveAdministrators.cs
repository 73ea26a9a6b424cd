using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.Checks;

internal sealed class UnitsHaveAdministrators(ProcurementDb db) : IInvariant
{
    public string Rule => "Every active buying unit that has members has an administrator";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) => await db.Organisations.AsNoTracking()
        .Where(x => x.State == OrganisationState.Active && (x.Kind == OrganisationKind.Canteen || x.Kind == OrganisationKind.Company || x.Kind == OrganisationKind.School || x.Kind == OrganisationKind.Union)
            && db.Memberships.Any(member => member.OrganisationId == x.Id) && !db.Memberships.Any(member => member.OrganisationId == x.Id && member.Role == MemberRole.Administrator))
        .Select(x => $"{x.Code} has members and no administrator").ToListAsync(cancellationToken);
}
