using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.ReconcilePayments;

/// <summary>Events may never come: asks the provider how open payments stand. A payment whose first call was lost is opened again under the same key.</summary>
internal sealed class ReconcilePaymentsJob(OrderingDb db, ICashier cashier, SettleAgain settle, TimeProvider clock, ILogger<ReconcilePaymentsJob> log) : IRecurringJob
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(2);

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task Run(CancellationToken cancellationToken)
    {
        var (now, oldest) = (clock.UtcNow(), clock.UtcNow() - GiveUpAfter);
        var open = await db.Payments.AsNoTracking()
            .Where(x => (x.State == PaymentState.Created || x.State == PaymentState.Open) && x.AskAt <= now && x.CreatedAt > oldest && x.Provider == cashier.Provider)
            .OrderBy(x => x.AskAt).Take(50).ToListAsync(cancellationToken);
        foreach (var payment in open)
        {
            try { await Check(payment, cancellationToken); }
            catch (CashierFailed problem)
            {
                log.LogWarning("Payment {Payment} could not be asked for: {Problem}", payment.Id, problem.Message);
                await settle.Send(new AskLaterCommand(payment.Id), cancellationToken);
            }
        }
    }

    private async Task Check(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.State == PaymentState.Created)
        {
            var session = await cashier.Open(payment, cancellationToken);
            await settle.Send(new AttachSessionCommand(payment.Id, session.Id, session.Url), cancellationToken);
            payment.Open(session.Id, session.Url);
        }
        var news = await cashier.Ask(payment, cancellationToken);
        switch (news.State)
        {
            case CashierState.Paid:
                await settle.Send(new SettlePaymentCommand(payment.Id, news.Reference ?? "", news.AmountFen, news.Currency), CancellationToken.None);
                break;
            case CashierState.Expired:
                await settle.Send(new ClosePaymentCommand(payment.Id), cancellationToken);
                break;
            default:
                await settle.Send(new AskLaterCommand(payment.Id), cancellationToken);
                break;
        }
    }
}

internal sealed record AskLaterCommand(Guid PaymentId) : ICommand;

internal sealed class AskLaterHandler(OrderingDb db, TimeProvider clock) : AsyncRequestHandler<AskLaterCommand>
{
    protected override async Task Handle(AskLaterCommand command, CancellationToken cancellationToken) =>
        (await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken)).AskLater(clock.UtcNow());
}

internal sealed record ClosePaymentCommand(Guid PaymentId) : ICommand;

internal sealed class ClosePaymentHandler(OrderingDb db) : AsyncRequestHandler<ClosePaymentCommand>
{
    protected override async Task Handle(ClosePaymentCommand command, CancellationToken cancellationToken) =>
        (await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken)).Close(PaymentState.Expired);
}
