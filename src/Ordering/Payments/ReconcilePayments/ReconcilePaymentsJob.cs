using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.ReconcilePayments;

/// <summary>Events may never come: asks the provider how open payments stand, a minute after they began and then ever more rarely,
/// and closes the sessions nobody needs any more.</summary>
internal sealed class ReconcilePaymentsJob(OrderingDb db, ICashier cashier, PaymentCheck check, IMediator mediator, TimeProvider clock, ILogger<ReconcilePaymentsJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task Run(CancellationToken cancellationToken)
    {
        var (now, provider) = (clock.UtcNow(), cashier.Kind.ToString());
        var due = await db.Payments.AsNoTracking().Where(x => x.State != PaymentState.Succeeded && x.AskAt != null && x.AskAt <= now && x.Provider == provider)
            .OrderBy(x => x.AskAt).Take(50).ToListAsync(cancellationToken);
        foreach (var payment in due)
        {
            try { await check.Run(payment, cancellationToken); }
            catch (CashierFailed problem)
            {
                log.LogWarning("Payment {Payment} could not be asked for: {Problem}", payment.Id, problem.Message);
                await mediator.Send(new AskLaterCommand(payment.Id), CancellationToken.None);
                if (!problem.IsRefusal) return; // who does not answer one question answers none: the rest waits for the next run
            }
        }
    }
}
