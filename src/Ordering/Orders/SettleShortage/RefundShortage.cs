using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.SettleShortage;

/// <summary>The buyer takes the money for missing pieces.</summary>
internal sealed record RefundShortageCommand(Guid OrderId) : ICommand;

internal sealed class RefundShortageHandler(OrderingDb db, RequestContext context, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<RefundShortageCommand>
{
    protected override async Task Handle(RefundShortageCommand command, CancellationToken cancellationToken)
    {
        var (mine, bySystem) = (context.Actor.Key, context.Actor.Key == Platform.Security.Actor.System.Key);
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId && (bySystem || x.BuyerKey == mine), cancellationToken) ?? throw new NotFound("The order");
        order.RefundShortage(clock.UtcNow());
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
    }
}

/// <summary>Who has not chosen after two hours is refunded, with the cause told on the order's page.</summary>
internal sealed class RefundShortagesJob(OrderingDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RefundShortagesJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        foreach (var id in await db.Orders.AsNoTracking().Where(x => x.ShortageRefundAt != null && x.ShortageRefundAt <= now).OrderBy(x => x.Id).Select(x => x.Id).Take(200).ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try { await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RefundShortageCommand(id), cancellationToken); }
            catch (Exception problem) when (problem is DbUpdateConcurrencyException or RuleBroken) { log.LogInformation("Order {Order} moved on while its missing part was to be refunded", id); }
        }
    }
}
