using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.CompleteOrders;

/// <summary>Time closes what people forget: a shipped order counts as delivered after ten days, a delivered one is complete after seven.</summary>
internal sealed class CompleteOrdersJob(OrderingDb db, IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan UntilDelivered = TimeSpan.FromDays(10);
    private static readonly TimeSpan UntilComplete = TimeSpan.FromDays(7);

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        var (shippedBefore, deliveredBefore) = (clock.UtcNow() - UntilDelivered, clock.UtcNow() - UntilComplete);
        var due = await db.Orders.AsNoTracking().Where(x => (x.State == OrderState.Shipped && x.ShippedAt <= shippedBefore) || (x.State == OrderState.Delivered && x.DeliveredAt <= deliveredBefore))
            .OrderBy(x => x.Id).Select(x => x.Id).Take(200).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CompleteOrderCommand(id), cancellationToken);
        }
    }
}

/// <summary>Takes the step that time allows.</summary>
internal sealed record CompleteOrderCommand(Guid OrderId) : ICommand;

internal sealed class CompleteOrderHandler(OrderingDb db, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<CompleteOrderCommand>
{
    protected override async Task Handle(CompleteOrderCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(x => x.Id == command.OrderId, cancellationToken);
        if (order.State == OrderState.Shipped) order.ConfirmReceipt(clock.UtcNow());
        else if (order.State == OrderState.Delivered) order.Complete(clock.UtcNow());
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
    }
}
