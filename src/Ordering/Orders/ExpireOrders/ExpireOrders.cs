using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.ExpireOrders;

/// <summary>Ends orders whose time to pay is over, each in a transaction of its own: one that is being paid at this instant keeps no other back.</summary>
internal sealed class ExpireOrdersJob(OrderingDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpireOrdersJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await db.Orders.AsNoTracking().Where(x => (x.State == OrderState.Placed || x.State == OrderState.Reserved) && x.PayBy <= now)
            .OrderBy(x => x.PayBy).Select(x => x.Id).Take(200).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try { await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExpireOrderCommand(id), cancellationToken); }
            catch (DbUpdateConcurrencyException) { log.LogInformation("Order {Order} moved on while it was to expire", id); }
        }
    }
}

/// <summary>Ends the order if it is still unpaid and its time is over.</summary>
internal sealed record ExpireOrderCommand(Guid OrderId) : ICommand;

internal sealed class ExpireOrderHandler(OrderingDb db, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<ExpireOrderCommand>
{
    protected override async Task Handle(ExpireOrderCommand command, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(x => x.Id == command.OrderId, cancellationToken);
        if (order.Expire(clock.UtcNow())) db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
    }
}
