using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders.SettleShortage;

/// <summary>The buyer would rather wait for missing pieces.</summary>
internal sealed record WaitForGoodsCommand(Guid OrderId) : ICommand;

internal sealed class WaitForGoodsHandler(OrderingDb db, RequestContext context, TimeProvider clock) : AsyncRequestHandler<WaitForGoodsCommand>
{
    protected override async Task Handle(WaitForGoodsCommand command, CancellationToken cancellationToken)
    {
        var mine = context.Actor.Key;
        var order = await db.Orders.FirstOrDefaultAsync(x => x.Id == command.OrderId && x.BuyerKey == mine, cancellationToken) ?? throw new NotFound("The order");
        order.WaitForGoods(clock.UtcNow());
    }
}

/// <summary>Asks once more for what an order waits for.</summary>
internal sealed record AskAgainCommand(Guid OrderId) : ICommand;

internal sealed class AskAgainHandler(OrderingDb db) : AsyncRequestHandler<AskAgainCommand>
{
    protected override async Task Handle(AskAgainCommand command, CancellationToken cancellationToken) =>
        (await db.Orders.SingleAsync(x => x.Id == command.OrderId, cancellationToken)).AskAgain();
}

/// <summary>Goods come in at any time: waiting orders ask for them again every ten minutes, the oldest first.</summary>
internal sealed class AskAgainJob(OrderingDb db, IServiceScopeFactory scopes, ILogger<AskAgainJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        foreach (var id in await db.Orders.AsNoTracking().Where(x => x.WaitsForGoods && x.TopUps.All(t => t.State != TopUpState.Asked)).OrderBy(x => x.PlacedAt).Select(x => x.Id).Take(200).ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try { await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AskAgainCommand(id), cancellationToken); }
            catch (DbUpdateConcurrencyException) { log.LogInformation("Order {Order} moved on while its goods were asked for again", id); }
        }
    }
}
