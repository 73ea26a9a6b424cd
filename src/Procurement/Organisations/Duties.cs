using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations;

/// <summary>Nobody approves, receives or pays what they themselves asked for, deputies included (product.md, "Procurement").</summary>
internal static class Duties
{
    /// <summary>Refuses when the two are one person, or one has acted for the other on that day.</summary>
    /// <exception cref="RuleBroken"><c>duty.same-person</c></exception>
    public static async Task MustDiffer(ProcurementDb db, Guid organisationId, Guid one, Guid other, DateOnly day, CancellationToken cancellationToken)
    {
        var same = one == other || await db.Deputies.AnyAsync(x => x.OrganisationId == organisationId && x.From <= day && x.Until >= day
            && ((x.DeputyId == one && x.PrincipalId == other) || (x.DeputyId == other && x.PrincipalId == one)), cancellationToken);
        if (same) throw new RuleBroken("duty.same-person", "This needs another person than the one who asked for it, and than that person's deputy.");
    }
}
