using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Purchases.ShowPurchase;

/// <summary>One bulk order with everything on it, for the unit, those above it, or its supplier.</summary>
/// <param name="Number">Its number.</param>
/// <param name="AsSupplier">Asked by the cooperative.</param>
internal sealed record ShowPurchaseQuery(string Number, bool AsSupplier = false) : IQuery<PurchaseFile>;

/// <summary>The order.</summary>
/// <param name="ContentHash">What an approval binds to.</param>
internal sealed record PurchaseFile(
    Guid Id, string Number, string State, Guid BuyerId, string Buyer, Guid SupplierId, string Supplier, Destination To, DateOnly WantedOn, string? Note, long GoodsFen, long FreightFen, long TotalFen, string ContentHash,
    int ApprovalsNeeded, Guid RequestedBy, string RequestedByName, DateTime SubmittedAt, DateTime? ApprovedAt, DateTime? ConfirmedAt, string? EndNote, IReadOnlyList<PurchaseLineFile> Lines, IReadOnlyList<ApprovalFile> Approvals);

/// <summary>A line and how far it is.</summary>
internal sealed record PurchaseLineFile(
    int Line, Guid SkuId, string Code, string ProductName, string SkuName, string Unit, string County, long NetWeightGrams, long UnitPriceFen, string Basis, long Quantity, long AmountFen, long Shipped, long Accepted, long Rejected);

/// <summary>Who agreed.</summary>
internal sealed record ApprovalFile(int Step, string Approver, string? Note, DateTime At);

internal sealed class ShowPurchaseValidator : AbstractValidator<ShowPurchaseQuery>
{
    public ShowPurchaseValidator() => RuleFor(x => x.Number).NotEmpty().MaximumLength(30);
}

internal sealed class ShowPurchaseHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ShowPurchaseQuery, PurchaseFile>
{
    public async Task<PurchaseFile> Handle(ShowPurchaseQuery query, CancellationToken cancellationToken)
    {
        var order = await Visible(query).FirstOrDefaultAsync(x => x.Number == query.Number, cancellationToken) ?? throw new NotFound("The order");
        var names = await db.Organisations.Where(x => x.Id == order.BuyerId || x.Id == order.SupplierId).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return new PurchaseFile(order.Id, order.Number, order.State.ToString(), order.BuyerId, names[order.BuyerId], order.SupplierId, names[order.SupplierId], order.To, order.WantedOn, order.Note, order.GoodsFen, order.FreightFen,
            order.TotalFen, order.ContentHash, order.ApprovalsNeeded, order.RequestedBy, order.RequestedByName, order.SubmittedAt, order.ApprovedAt, order.ConfirmedAt, order.EndNote,
            [.. order.Lines.OrderBy(x => x.Line).Select(x => new PurchaseLineFile(x.Line, x.SkuId, x.Code, x.ProductName, x.SkuName, x.Unit, x.County, x.NetWeightGrams, x.UnitPriceFen, x.Basis.ToString(), x.Quantity, x.AmountFen, x.ShippedQuantity, x.AcceptedQuantity, x.RejectedQuantity))],
            [.. order.Approvals.OrderBy(x => x.Step).Select(x => new ApprovalFile(x.Step, x.Approver, x.Note, x.At))]);
    }

    private IQueryable<PurchaseOrder> Visible(ShowPurchaseQuery query)
    {
        var orders = PurchaseOrders.Whole(db).AsNoTracking();
        if (query.AsSupplier)
        {
            var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
            return orders.Where(x => x.SupplierId == supplier && x.ApprovedAt != null);
        }
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        return orders.Where(x => within.Contains(x.BuyerId));
    }
}
