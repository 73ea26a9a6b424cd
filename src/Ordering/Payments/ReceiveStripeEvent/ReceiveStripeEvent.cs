using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.ReceiveStripeEvent;

/// <summary>A signed event of Stripe about a session, taken apart. Each event id has its effect once and is logged once.</summary>
internal sealed record ReceiveStripeEventCommand(string EventId, string Type, Guid? PaymentId, Guid? OrderId, string? SessionId, bool IsPaid, string? Reference, long AmountFen, string Currency) : ICommand<string>;

internal sealed class ReceiveStripeEventHandler(OrderingDb db, IMediator mediator, TimeProvider clock) : IRequestHandler<ReceiveStripeEventCommand, string>
{
    public async Task<string> Handle(ReceiveStripeEventCommand command, CancellationToken cancellationToken)
    {
        if (await db.ReceivedEvents.AnyAsync(x => x.Id == command.EventId, cancellationToken)) return "repeated";
        var outcome = await Effect(command, cancellationToken);
        db.ReceivedEvents.Add(ReceivedEvent.Of(command.EventId, command.Type, command.PaymentId, outcome, clock.UtcNow()));
        return outcome;
    }

    private async Task<string> Effect(ReceiveStripeEventCommand command, CancellationToken cancellationToken)
    {
        if (command.PaymentId is not { } id) return "not-ours";
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (payment is null) return "not-ours";
        if (payment.OrderId != command.OrderId || (payment.SessionId is not null && payment.SessionId != command.SessionId)) return Flag(payment, "order-differs");

        switch (command.Type)
        {
            case "checkout.session.completed" when !command.IsPaid:
                return "not-paid-yet"; // Alipay and WeChat Pay may confirm later by async_payment_succeeded
            case "checkout.session.completed" or "checkout.session.async_payment_succeeded":
                return await mediator.Send(new SettlePaymentCommand(id, command.Reference ?? "", command.AmountFen, command.Currency), cancellationToken);
            case "checkout.session.async_payment_failed":
                payment.Close(PaymentState.Failed);
                return "failed";
            case "checkout.session.expired":
                payment.Close(PaymentState.Expired);
                return "expired";
            default:
                return "ignored";
        }
    }

    private static string Flag(Payment payment, string problem)
    {
        payment.Flag(problem);
        return problem;
    }
}
