using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Payments.ServeCounter;

/// <summary>Writes an attempt down that a till asks for; the cashier hears of it right after.</summary>
internal sealed record OpenCounterPaymentCommand(CounterPaymentAsked Asked) : ICommand;

internal sealed class OpenCounterPaymentHandler(OrderingDb db, ICashier cashier, CounterCashier counter, TimeProvider clock) : AsyncRequestHandler<OpenCounterPaymentCommand>
{
    /// <summary>A question this old found the head office away: nobody stands before the counter any more.</summary>
    private static readonly TimeSpan MostLate = TimeSpan.FromMinutes(10);

    protected override async Task Handle(OpenCounterPaymentCommand command, CancellationToken cancellationToken)
    {
        var (asked, now) = (command.Asked, clock.UtcNow());
        if (await db.Payments.AnyAsync(x => x.Id == asked.PaymentId, cancellationToken)) return;
        var payment = Payment.StartAtCounter(asked, cashier.Kind.ToString(), now);
        db.Payments.Add(payment);
        if (cashier.Kind == CashierKind.None || now - asked.At > MostLate)
        {
            payment.Close(PaymentState.Expired);
            payment.TellCounter(now);
            return;
        }
        db.AfterCommit(() => counter.Wake(asked.PaymentId));
    }
}

internal sealed class OpenPaymentWhenCounterAsked(OrderingDb db, IMediator mediator) : Reaction<CounterPaymentAsked, OrderingDb>(db)
{
    protected override Task React(CounterPaymentAsked message, CancellationToken cancellationToken) => mediator.Send(new OpenCounterPaymentCommand(message), cancellationToken);
}
