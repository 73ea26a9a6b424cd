using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.SettleShortage;

/// <summary>The buyer takes the money for missing pieces.</summary>
internal sealed record RefundShortageCommand(Guid OrderId) : ICommand;

internal sealed class RefundShortageHandler(OrderingDb db, RequestContext context, TimeProvider clock) : AsyncRequestHandler<RefundShortageCommand>
{
    protected override async Task Handle(RefundShortageCommand command, CancellationToken cancellationToken)
    {
        var (mine, bySystem) = (context.Actor.Key, context.Actor.Key == Platform.Security.Actor.System.Key);
        var order = await db.Orders.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == command.OrderId && (bySystem || x.BuyerKey == mine), cancellationToken) ?? throw new NotFound("The order");
        order.RefundShortage(clock.UtcNow());
    }
}

/// <summary>Who has not chosen after two hours is refunded, with the cause told on the order's page.</summary>
internal sealed class RefundShortagesJob(OrderingDb db, IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Order.ShortageChoice;
        foreach (var id in await db.Orders.AsNoTracking().Where(x => x.ShortageSince != null && x.ShortageSince <= before).OrderBy(x => x.Id).Select(x => x.Id).Take(200).ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RefundShortageCommand(id), cancellationToken);
        }
    }
}
