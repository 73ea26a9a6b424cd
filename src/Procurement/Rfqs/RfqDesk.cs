using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Rfqs;

/// <summary>Finds requests for those who may see them; another's does not exist.</summary>
internal static class RfqDesk
{
    /// <summary>A request of the unit whose hat is on, to change it.</summary>
    /// <exception cref="NotFound">Not there, or another unit's.</exception>
    public static async Task<Rfq> RfqOfBuyer(this ProcurementDb db, Actor actor, string permission, Guid id, CancellationToken cancellationToken)
    {
        var buyer = actor.Organisation(permission);
        return await db.Rfqs.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == id && x.BuyerId == buyer, cancellationToken) ?? throw new NotFound("The request for quotes");
    }

    /// <summary>A published request that the cooperative was invited to.</summary>
    /// <exception cref="NotFound">Not there, a draft, or not invited.</exception>
    public static async Task<Rfq> RfqOfSupplier(this ProcurementDb db, Guid supplierId, Guid id, CancellationToken cancellationToken) =>
        await db.Rfqs.AsNoTracking().Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == id && x.PublishedAt != null && db.RfqInvitations.Any(i => i.RfqId == id && i.SupplierId == supplierId), cancellationToken)
            ?? throw new NotFound("The request for quotes");

    /// <summary>What the opening found, with the lines.</summary>
    public static Task<List<OpenedQuote>> Opened(this ProcurementDb db, Guid rfqId, CancellationToken cancellationToken) =>
        db.OpenedQuotes.AsNoTracking().Include(x => x.Lines).Where(x => x.RfqId == rfqId).OrderBy(x => x.SupplierId).ThenBy(x => x.Revision).ToListAsync(cancellationToken);
}
