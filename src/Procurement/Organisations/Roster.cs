using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations;

/// <summary>Changes to the people of one organisation, one at a time: two who take each other's role at once would otherwise leave nobody.</summary>
internal static class Roster
{
    /// <summary>Waits for whoever changes the same organisation's people now, then hands out its kind.</summary>
    public static async Task<OrganisationKind> Lock(ProcurementDb db, Guid organisationId, CancellationToken cancellationToken)
    {
        var version = Guid.CreateVersion7();
        await db.Organisations.Where(x => x.Id == organisationId).ExecuteUpdateAsync(x => x.SetProperty(o => o.Version, version), cancellationToken);
        return await db.Organisations.Where(x => x.Id == organisationId).Select(x => x.Kind).SingleAsync(cancellationToken);
    }

    /// <summary>The user name of a member.</summary>
    /// <exception cref="NotFound">Not one of the organisation's people.</exception>
    public static async Task<string> NameOf(ProcurementDb db, Guid organisationId, Guid accountId, CancellationToken cancellationToken) =>
        await db.Memberships.Where(x => x.OrganisationId == organisationId && x.AccountId == accountId).Select(x => x.UserName).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The member");
}
