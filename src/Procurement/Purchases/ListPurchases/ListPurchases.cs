using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Purchases.ListPurchases;

/// <summary>Bulk orders that the person may see, newest first: of the unit, of all units below, or of the cooperative (<paramref name="AsSupplier"/>).</summary>
/// <param name="State">A name of <see cref="PurchaseState"/>, or null for all.</param>
/// <param name="AsSupplier">Approved orders of the cooperative whose hat is on.</param>
/// <param name="ForApproval">Only those that wait for this person.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListPurchasesQuery(string? State = null, bool AsSupplier = false, bool ForApproval = false, int Page = 1) : IQuery<PurchasePageOf>;

/// <summary>One page of orders and how many there are in each state.</summary>
internal sealed record PurchasePageOf(IReadOnlyList<PurchaseInList> Items, IReadOnlyDictionary<string, int> Counts, int Page, int Pages)
{
    public static PurchasePageOf Empty { get; } = new([], new Dictionary<string, int>(), 1, 1);
}

/// <summary>An order in a list.</summary>
internal sealed record PurchaseInList(Guid Id, string Number, string State, string Buyer, string Supplier, DateOnly WantedOn, string Window, long TotalFen, string RequestedBy, DateTime SubmittedAt, int Approvals, int ApprovalsNeeded);

internal sealed class ListPurchasesValidator : AbstractValidator<ListPurchasesQuery>
{
    public ListPurchasesValidator()
    {
        RuleFor(x => x.State).Must(x => x is null || Enum.GetNames<PurchaseState>().Contains(x)).WithMessage("Not a state.");
        RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
    }
}

internal sealed class ListPurchasesHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ListPurchasesQuery, PurchasePageOf>
{
    private const int PageSize = 30;

    public async Task<PurchasePageOf> Handle(ListPurchasesQuery query, CancellationToken cancellationToken)
    {
        var visible = Visible(query);
        var counts = (await visible.GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancellationToken)).ToDictionary(x => x.Key.ToString(), x => x.Count);
        if (query.State is { } name)
        {
            var state = Enum.Parse<PurchaseState>(name);
            visible = visible.Where(x => x.State == state);
        }
        var total = await visible.CountAsync(cancellationToken);
        var rows = await (from order in visible.OrderByDescending(x => x.Id).Skip((query.Page - 1) * PageSize).Take(PageSize)
                          join buyer in db.Organisations on order.BuyerId equals buyer.Id
                          join supplier in db.Organisations on order.SupplierId equals supplier.Id
                          orderby order.Id descending
                          select new { Order = order, Buyer = buyer.Name, Supplier = supplier.Name, Approvals = order.Approvals.Count }).AsNoTracking().ToListAsync(cancellationToken);
        return new PurchasePageOf([.. rows.Select(x => new PurchaseInList(x.Order.Id, x.Order.Number, x.Order.State.ToString(), x.Buyer, x.Supplier, x.Order.WantedOn, x.Order.To.Window, x.Order.TotalFen,
            x.Order.RequestedByName, x.Order.SubmittedAt, x.Approvals, x.Order.ApprovalsNeeded))], counts, query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    private IQueryable<PurchaseOrder> Visible(ListPurchasesQuery query)
    {
        var actor = request.Actor;
        if (query.AsSupplier)
        {
            var supplier = actor.Organisation(ProcurementPermissions.Supply);
            return db.PurchaseOrders.Where(x => x.SupplierId == supplier && x.ApprovedAt != null);
        }
        if (!query.ForApproval)
        {
            var within = db.Within(actor, ProcurementPermissions.Read);
            return db.PurchaseOrders.Where(x => within.Contains(x.BuyerId));
        }
        var (buyer, me) = (actor.Organisation(ProcurementPermissions.Approve), actor.UserId!.Value);
        return db.PurchaseOrders.Where(x => x.BuyerId == buyer && x.State == PurchaseState.Submitted && x.RequestedBy != me && x.Approvals.All(step => step.ApproverId != me));
    }
}
