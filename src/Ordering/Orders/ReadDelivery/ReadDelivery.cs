using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.ReadDelivery;

/// <summary>Who packs an order sees where it goes. Every look is written down, so it is a command although it changes no order (product.md, "Everywhere").</summary>
internal sealed record ReadDeliveryCommand(string Number) : ICommand<PackingSlip>;

/// <summary>What the packer needs, and nothing of the money.</summary>
internal sealed record PackingSlip(Guid OrderId, string Number, OrderState State, DateTime PlacedAt, DeliveryKind Kind, string? Recipient, string? Phone, string? Region, string? Detail, string? Point, string? Note,
    IReadOnlyList<PackedGoods> Goods);

/// <summary>One line to pack.</summary>
internal sealed record PackedGoods(string Name, string SkuName, string Cooperative, long Quantity, long Missing);

internal sealed class ReadDeliveryHandler(OrderingDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReadDeliveryCommand, PackingSlip>
{
    public async Task<PackingSlip> Handle(ReadDeliveryCommand command, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Fulfil, Scope.All);
        var order = await db.Orders.AsNoTracking().Include(x => x.Lines).FirstOrDefaultAsync(x => x.Number == command.Number, cancellationToken) ?? throw new NotFound("The order");
        db.Audit.Add(AuditEntry.Of(context.Actor, clock.UtcNow(), "ordering.read-delivery", order.Id));
        var to = order.Delivery;
        return new PackingSlip(order.Id, order.Number, order.State, order.PlacedAt, to.Kind, to.Recipient, to.Phone, to.RegionName, to.Detail, to.LocationName, order.Note,
            [.. order.Lines.OrderBy(x => x.Position).Select(x => new PackedGoods(x.ProductName, x.SkuName, x.Cooperative, x.Quantity, x.MissingQuantity))]);
    }
}
