using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Payments.ServeCounter;

/// <summary>The counter makes no sale with an attempt: the cashier closes it, and money that has moved goes back, all of it.</summary>
internal sealed record CloseCounterPaymentCommand(Guid PaymentId, string Reason) : ICommand;

internal sealed class CloseCounterPaymentHandler(OrderingDb db, CounterCashier counter, TimeProvider clock) : AsyncRequestHandler<CloseCounterPaymentCommand>
{
    protected override async Task Handle(CloseCounterPaymentCommand command, CancellationToken cancellationToken)
    {
        // Faster than the question itself: thrown, so that the bus brings it again when the question is here.
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == command.PaymentId && x.IsAtCounter, cancellationToken) ?? throw new InvalidOperationException($"Payment {command.PaymentId} of a counter is not known yet.");
        var now = clock.UtcNow();
        // The payment's own id is the refund's key: however often it is dropped, or paid after it was, its money goes back once.
        if (payment.Disown(now)) db.Send(new RefundOrder(payment.OrderId, payment.MovedFen, "counter-" + command.Reason, payment.Id, payment.Id));
        payment.TellCounter(now);
        db.AfterCommit(() => counter.Wake(command.PaymentId));
    }
}

internal sealed class ClosePaymentWhenCounterDropped(OrderingDb db, IMediator mediator) : Reaction<CounterPaymentDropped, OrderingDb>(db)
{
    protected override Task React(CounterPaymentDropped message, CancellationToken cancellationToken) => mediator.Send(new CloseCounterPaymentCommand(message.PaymentId, message.Reason), cancellationToken);
}
