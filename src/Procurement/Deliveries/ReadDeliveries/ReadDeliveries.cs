using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Deliveries.ReadDeliveries;

/// <summary>Deliveries of an order, by their code, or all that are on the way; for the unit and those above it, or for the supplier. Newest first, at most 200.</summary>
/// <param name="OrderId">Of this order only.</param>
/// <param name="Code">The one with this code on its note, or with this number.</param>
/// <param name="AsSupplier">Asked by the cooperative.</param>
internal sealed record ReadDeliveriesQuery(Guid? OrderId = null, string? Code = null, bool AsSupplier = false) : IQuery<IReadOnlyList<DeliveryFile>>;

/// <summary>A delivery with its note's facts.</summary>
internal sealed record DeliveryFile(
    Guid Id, string Number, string Code, Guid OrderId, string OrderNumber, string Buyer, string Supplier, DateOnly DueOn, string To, string Address, string Contact, string Phone, string Window, string? Vehicle, string? Driver,
    string ShippedBy, DateTime ShippedAt, DateTime? ReceivedAt, IReadOnlyList<DeliveryLineFile> Lines);

/// <summary>A line of a delivery.</summary>
internal sealed record DeliveryLineFile(int Line, string Name, string County, string Unit, long NetWeightGrams, long Quantity, long UnitPriceFen, string? Batch, string? Certificate);

internal sealed class ReadDeliveriesValidator : AbstractValidator<ReadDeliveriesQuery>
{
    public ReadDeliveriesValidator() => RuleFor(x => x.Code).MaximumLength(30);
}

internal sealed class ReadDeliveriesHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ReadDeliveriesQuery, IReadOnlyList<DeliveryFile>>
{
    public async Task<IReadOnlyList<DeliveryFile>> Handle(ReadDeliveriesQuery query, CancellationToken cancellationToken)
    {
        var visible = Visible(query);
        visible = query switch
        {
            { OrderId: { } order } => visible.Where(x => x.OrderId == order),
            { Code: { } code } => visible.Where(x => x.Code == code || x.Number == code),
            _ => visible.Where(x => x.ReceivedAt == null),
        };
        var rows = await (from x in visible.OrderByDescending(x => x.Id).Take(200)
                          join buyer in db.Organisations on x.BuyerId equals buyer.Id
                          join supplier in db.Organisations on x.SupplierId equals supplier.Id
                          join order in db.PurchaseOrders on x.OrderId equals order.Id
                          orderby x.Id descending
                          select new { Note = x, x.Lines, Buyer = buyer.Name, Supplier = supplier.Name, order.To, Goods = order.Lines }).AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        return [.. rows.Select(x => new DeliveryFile(x.Note.Id, x.Note.Number, x.Note.Code, x.Note.OrderId, x.Note.OrderNumber, x.Buyer, x.Supplier, x.Note.DueOn, x.To.Name, x.To.Address, x.To.Contact, x.To.Phone, x.To.Window,
            x.Note.Vehicle, x.Note.Driver, x.Note.ShippedBy, x.Note.ShippedAt, x.Note.ReceivedAt, [.. x.Lines.OrderBy(line => line.Line).Select(line => Line(line, x.Goods.First(goods => goods.Line == line.Line)))]))];
    }

    private static DeliveryLineFile Line(DeliveryLine line, Purchases.PurchaseLine goods) =>
        new(line.Line, $"{goods.ProductName} {goods.SkuName}", goods.County, goods.Unit, goods.NetWeightGrams, line.Quantity, goods.UnitPriceFen, line.Batch, line.Certificate);

    private IQueryable<DeliveryNote> Visible(ReadDeliveriesQuery query)
    {
        if (query.AsSupplier)
        {
            var supplier = request.Actor.Organisation(ProcurementPermissions.Supply);
            return db.Deliveries.Where(x => x.SupplierId == supplier);
        }
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        return db.Deliveries.Where(x => within.Contains(x.BuyerId));
    }
}
