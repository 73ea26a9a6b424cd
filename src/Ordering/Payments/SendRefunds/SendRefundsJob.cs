using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.SendRefunds;

/// <summary>Sends promised refunds to the provider until they stand. The call is made outside any transaction, under the refund's own id as idempotency key.</summary>
internal sealed class SendRefundsJob(OrderingDb db, ICashier cashier, IMediator mediator, TimeProvider clock, ILogger<SendRefundsJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var due = await (from refund in db.Refunds.AsNoTracking()
                         join payment in db.Payments.AsNoTracking() on refund.PaymentId equals payment.Id
                         where refund.State == RefundState.Requested && refund.DueAt <= now && payment.Provider == cashier.Provider
                         orderby refund.DueAt
                         select new { Refund = refund, payment.ProviderReference }).Take(50).ToListAsync(cancellationToken);
        foreach (var one in due) await SendOne(one.Refund, one.ProviderReference ?? "", cancellationToken);
    }

    private async Task SendOne(Refund refund, string reference, CancellationToken cancellationToken)
    {
        NoteRefundCommand note;
        try { note = new NoteRefundCommand(refund.Id, await cashier.SendBack(refund, reference, cancellationToken), null); }
        catch (CashierFailed problem)
        {
            log.LogWarning("Refund {Refund} does not stand yet: {Problem}", refund.Id, problem.Message);
            note = new NoteRefundCommand(refund.Id, null, problem.Message);
        }
        await mediator.Send(note, CancellationToken.None);
        db.ChangeTracker.Clear();
    }
}

/// <summary>What the provider answered: its id of the refund, or the problem.</summary>
internal sealed record NoteRefundCommand(Guid RefundId, string? ProviderId, string? Problem) : ICommand;

internal sealed class NoteRefundHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<NoteRefundCommand>
{
    protected override async Task Handle(NoteRefundCommand command, CancellationToken cancellationToken)
    {
        var refund = await db.Refunds.SingleAsync(x => x.Id == command.RefundId, cancellationToken);
        if (command.ProviderId is { } id) refund.Stand(id, clock.UtcNow());
        else refund.TryAgain(command.Problem ?? "", clock.UtcNow());
    }
}
