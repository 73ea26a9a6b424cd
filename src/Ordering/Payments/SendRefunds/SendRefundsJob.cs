using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.SendRefunds;

/// <summary>Sends promised refunds to the provider until they stand. The call is made outside any transaction, under the refund's own id as idempotency key.</summary>
internal sealed class SendRefundsJob(OrderingDb db, ICashier cashier, IMediator mediator, TimeProvider clock, ILogger<SendRefundsJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken cancellationToken)
    {
        var (now, provider) = (clock.UtcNow(), cashier.Kind.ToString());
        var due = await (from refund in db.Refunds.AsNoTracking()
                         join payment in db.Payments.AsNoTracking() on refund.PaymentId equals payment.Id
                         where refund.State != RefundState.Succeeded && refund.DueAt <= now && payment.Provider == provider
                         orderby refund.DueAt
                         select new { Refund = refund, payment.ProviderReference }).Take(50).ToListAsync(cancellationToken);
        foreach (var one in due)
        {
            try
            {
                var news = await cashier.SendBack(one.Refund, one.ProviderReference ?? "", cancellationToken);
                await mediator.Send(NoteRefundCommand.Of(one.Refund.Id, news), CancellationToken.None);
            }
            catch (CashierFailed problem)
            {
                log.LogWarning("Refund {Refund} does not stand yet: {Problem}", one.Refund.Id, problem.Message);
                await mediator.Send(NoteRefundCommand.Of(one.Refund.Id, problem), CancellationToken.None);
                if (!problem.IsRefusal) return; // who does not answer one question answers none: the rest waits for the next run
            }
        }
    }
}
