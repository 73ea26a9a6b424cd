using System.Threading.Channels;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>A customer stands before the counter and waits: attempts that tills ask for are carried to the cashier at once, outside any transaction.
/// What is lost when the process ends is found by the reconciliation job.</summary>
internal sealed class CounterCashier(IServiceScopeFactory scopes, ILogger<CounterCashier> log) : BackgroundService
{
    private const int AtOnce = 4;
    private readonly Channel<Guid> waiting = Channel.CreateBounded<Guid>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks into an attempt soon: opens it, asks for it or closes it, as it stands.</summary>
    public void Wake(Guid paymentId) => waiting.Writer.TryWrite(paymentId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        waiting.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (id, stop) => await LookInto(id, stop));

    private async Task LookInto(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var mediator = services.GetRequiredService<IMediator>();
        try
        {
            var payment = await services.GetRequiredService<OrderingDb>().Payments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, stop);
            if (payment is not { IsAtCounter: true }) return;
            var isAnswered = payment.AskAt is null || payment.Provider != services.GetRequiredService<ICashier>().Kind.ToString() || await Ask(services, payment, stop);
            await mediator.Send(new TellCounterCommand(id, isAnswered), stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(problem, "Payment {Payment} at the counter could not be looked into; the reconciliation job goes on", id);
        }
    }

    private async Task<bool> Ask(IServiceProvider services, Payment payment, CancellationToken stop)
    {
        try
        {
            await services.GetRequiredService<PaymentCheck>().Run(payment, stop);
            return true;
        }
        catch (CashierFailed problem)
        {
            log.LogWarning("The cashier did not answer about payment {Payment} at the counter: {Problem}", payment.Id, problem.Message);
            return false;
        }
    }
}

/// <summary>Says again how an attempt at the counter stands.</summary>
internal sealed record TellCounterCommand(Guid PaymentId, bool IsAnswered) : ICommand;

internal sealed class TellCounterHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<TellCounterCommand>
{
    protected override async Task Handle(TellCounterCommand command, CancellationToken cancellationToken) =>
        (await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken)).TellCounter(clock.UtcNow(), command.IsAnswered);
}
