using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments.DropScanPayments;

/// <summary>A till that asked and went away does not hold a code open for ever.</summary>
internal sealed record DropScanPaymentCommand(Guid PaymentId) : ICommand;

internal sealed class DropScanPaymentHandler(ShowroomDb db, LiveFeed live, TimeProvider clock) : AsyncRequestHandler<DropScanPaymentCommand>
{
    protected override async Task Handle(DropScanPaymentCommand command, CancellationToken cancellationToken)
    {
        var payment = await db.ScanPayments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken);
        if (payment.State is not (ScanPaymentState.Asked or ScanPaymentState.Open) || payment.EndsAt > clock.UtcNow() || payment.SaleId is not null) return;
        payment.Drop("expired", clock.UtcNow());
        var news = ScanPaymentNews.Of(payment);
        db.AfterCommit(() => live.Publish(ScanPaymentNews.Topic(payment.Id), news));
    }
}

internal sealed class DropScanPaymentsJob(ShowroomDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DropScanPaymentsJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await db.ScanPayments.AsNoTracking().Where(x => (x.State == ScanPaymentState.Asked || x.State == ScanPaymentState.Open) && x.EndsAt <= now && x.SaleId == null)
            .OrderBy(x => x.EndsAt).Select(x => x.Id).Take(100).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try { await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new DropScanPaymentCommand(id), cancellationToken); }
            catch (DbUpdateConcurrencyException) { log.LogInformation("Payment {Payment} moved on while it was to be dropped", id); }
        }
    }
}
