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

    /// <summary>It leaves the house with a courier.</summary>
    Ship,

    /// <summary>The buyer collects it at the point.</summary>
    HandOver,
}

/// <summary>An operator takes an order one step further.</summary>
/// <param name="Carrier">When it ships.</param>
/// <param name="TrackingNumber">When it ships: 10 to 20 letters or digits.</param>
/// <param name="PickUpCode">When it is handed over: the six digits the buyer shows.</param>
internal sealed record FulfilOrderCommand(Guid OrderId, FulfilmentStep Step, string? Carrier = null, string? TrackingNumber = null, string? PickUpCode = null) : ICommand<FulfilledOrder>
{
    public string? Carrier { get; init; } = PlainText.Clean(Carrier);
}

/// <summary>The order now.</summary>
internal sealed record FulfilledOrder(Guid Id, string Number, OrderState State);

internal sealed class FulfilOrderRules : AbstractValidator<FulfilOrderCommand>
{
    public FulfilOrderRules()
    {
        RuleFor(x => x.Step).IsInEnum();
        When(x => x.Step == FulfilmentStep.Ship, () =>
        {
            RuleFor(x => x.Carrier).NotEmpty().WithErrorCode("carrier").MaximumLength(40);
            RuleFor(x => x.TrackingNumber).NotEmpty().Matches("^[A-Za-z0-9]{10,20}$").WithErrorCode("tracking-number");
        });
        When(x => x.Step == FulfilmentStep.HandOver, () => RuleFor(x => x.PickUpCode).NotEmpty().Matches("^[0-9]{6}$").WithErrorCode("code"));
    }
}

internal sealed class FulfilOrderHandler(OrderingDb db, RequestContext context, LiveFeed live, TimeProvider clock) : IRequestHandler<FulfilOrderCommand, FulfilledOrder>
{
    public async Task<FulfilledOrder> Handle(FulfilOrderCommand command, CancellationToken cancellationToken)
    {
        context.Actor.Demand(OrderingPermissions.Fulfil, Scope.All);
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId, cancellationToken) ?? throw new NotFound("The order");
        var (before, now) = (order.State, clock.UtcNow());
        if (command.Step == FulfilmentStep.Pack) order.Pack(now);
        else if (command.Step == FulfilmentStep.Ship) order.Ship(command.Carrier!, command.TrackingNumber!, now);
        else order.HandOver(command.PickUpCode!, now);
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "ordering.fulfil", order.Id, new { before }, new { order.State, command.Carrier }));
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
        return new FulfilledOrder(order.Id, order.Number, order.State);
    }
}
