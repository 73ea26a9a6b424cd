using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.FulfilOrder;

/// <summary>The next step of a paid order on its way to the buyer.</summary>
internal enum FulfilmentStep
{
    /// <summary>The parcel is ready.</summary>
    Pack,

    /// <summary>It leaves the house, or is handed over at the pick-up point.</summary>
    Ship,
}

/// <summary>An operator takes an order one step further.</summary>
/// <param name="Carrier">For a courier order that ships.</param>
/// <param name="TrackingNumber">For a courier order that ships: 10 to 20 letters or digits.</param>
internal sealed record FulfilOrderCommand(Guid OrderId, FulfilmentStep Step, string? Carrier = null, string? TrackingNumber = null) : ICommand<FulfilledOrder>;

/// <summary>The order now.</summary>
internal sealed record FulfilledOrder(Guid Id, string Number, OrderState State);

internal sealed class FulfilOrderRules : AbstractValidator<FulfilOrderCommand>
{
    public FulfilOrderRules()
    {
        RuleFor(x => x.Step).IsInEnum();
        RuleFor(x => x.Carrier).MaximumLength(40);
        RuleFor(x => x.TrackingNumber).Matches("^[A-Za-z0-9]{10,20}$").WithErrorCode("tracking-number").When(x => !string.IsNullOrEmpty(x.TrackingNumber));
    }
}

internal sealed class FulfilOrderHandler(OrderingDb db, RequestContext context, LiveFeed live, TimeProvider clock) : IRequestHandler<FulfilOrderCommand, FulfilledOrder>
{
    public async Task<FulfilledOrder> Handle(FulfilOrderCommand command, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Fulfil, Scope.All);
        var order = await db.Orders.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == command.OrderId, cancellationToken) ?? throw new NotFound("The order");
        var (before, now) = (order.State, clock.UtcNow());
        if (command.Step == FulfilmentStep.Pack)
        {
            order.Pack(now);
        }
        else
        {
            if (order.Delivery.Kind == DeliveryKind.Courier && string.IsNullOrEmpty(command.TrackingNumber)) throw new ValidationException([new("trackingNumber", "A courier order ships with a tracking number.") { ErrorCode = "tracking-number" }]);
            order.Ship(command.Carrier, command.TrackingNumber, now);
        }
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "ordering.fulfil", order.Id, new { before }, new { order.State, command.Carrier }));
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
        return new FulfilledOrder(order.Id, order.Number, order.State);
    }
}
