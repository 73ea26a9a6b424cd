using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations;

/// <summary>Hats come from memberships, and for a while from those one is deputy of.</summary>
internal sealed class HatRack(ProcurementDb db, TimeProvider clock) : IHats
{
    public async Task<IReadOnlyList<Hat>> Of(Guid accountId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var own = from member in db.Memberships where member.AccountId == accountId select new { member.OrganisationId, member.Role };
        var lent = from deputy in db.Deputies
                   where deputy.DeputyId == accountId && deputy.From <= today && deputy.Until >= today && db.Memberships.Any(x => x.OrganisationId == deputy.OrganisationId && x.AccountId == accountId)
                   join member in db.Memberships on new { deputy.OrganisationId, AccountId = deputy.PrincipalId } equals new { member.OrganisationId, member.AccountId }
                   where member.Role != MemberRole.Administrator
                   select new { member.OrganisationId, member.Role };
        var rows = await (from role in own.Concat(lent)
                          join organisation in db.Organisations on role.OrganisationId equals organisation.Id
                          where organisation.State == OrganisationState.Active
                          select new { organisation.Id, organisation.Code, organisation.Name, role.Role }).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(x => (x.Id, x.Code, x.Name)).OrderBy(x => x.Key.Code, StringComparer.Ordinal).Select(x => new Hat(x.Key.Id, x.Key.Name, MemberRoles.Of(x.Select(row => row.Role))))];
    }
}
