using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Purchases;

/// <summary>Finds orders for those who may see them; another's order does not exist.</summary>
internal static class PurchaseOrders
{
    /// <summary>An order of the unit whose hat is on, to change it.</summary>
    /// <exception cref="NotFound">Not there, or another unit's.</exception>
    public static async Task<PurchaseOrder> OfBuyer(this ProcurementDb db, Actor actor, string permission, Guid orderId, CancellationToken cancellationToken)
    {
        var buyer = actor.Organisation(permission);
        return await Whole(db).FirstOrDefaultAsync(x => x.Id == orderId && x.BuyerId == buyer, cancellationToken) ?? throw new NotFound("The order");
    }

    /// <summary>An order of the cooperative whose hat is on, once it is approved.</summary>
    /// <exception cref="NotFound">Not there, not approved, or another's.</exception>
    public static async Task<PurchaseOrder> OfSupplier(this ProcurementDb db, Actor actor, Guid orderId, CancellationToken cancellationToken)
    {
        var supplier = actor.Organisation(ProcurementPermissions.Supply);
        return await Whole(db).FirstOrDefaultAsync(x => x.Id == orderId && x.SupplierId == supplier && x.ApprovedAt != null, cancellationToken) ?? throw new NotFound("The order");
    }

    /// <summary>An order with its lines and approvals.</summary>
    public static IQueryable<PurchaseOrder> Whole(ProcurementDb db) => db.PurchaseOrders.Include(x => x.Lines).Include(x => x.Approvals).AsSplitQuery();
}
