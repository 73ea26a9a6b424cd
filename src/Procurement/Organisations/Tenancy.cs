using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations;

/// <summary>For which organisations a person speaks.</summary>
internal static class Tenancy
{
    /// <summary>The organisation whose hat is on.</summary>
    /// <exception cref="Forbidden">No hat, or it does not hold the permission.</exception>
    public static Guid Organisation(this Actor actor, string permission)
    {
        actor.Demand(permission, Scope.Organisation);
        return actor.OrganisationId ?? throw new Forbidden(permission);
    }

    /// <summary>Ids of the organisations whose papers the person may see with this permission: its own, or all below it as they hang today.</summary>
    public static IQueryable<Guid> Within(this ProcurementDb db, Actor actor, string permission)
    {
        var own = actor.Organisation(permission);
        if (!actor.Can(permission, Scope.Subtree)) return db.Organisations.Where(x => x.Id == own).Select(x => x.Id);
        return from root in db.Organisations
               where root.Id == own
               from below in db.Organisations
               where below.Path.StartsWith(root.Path)
               select below.Id;
    }

    /// <summary>Refuses as if the organisation did not exist when the person may not see its papers.</summary>
    /// <exception cref="NotFound">Not there, or not theirs.</exception>
    public static async Task MustReach(this ProcurementDb db, Actor actor, string permission, Guid organisationId, CancellationToken cancellationToken)
    {
        if (!await db.Within(actor, permission).ContainsAsync(organisationId, cancellationToken)) throw new NotFound("The organisation");
    }
}
