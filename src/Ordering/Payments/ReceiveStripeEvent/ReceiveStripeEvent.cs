using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.ReceiveStripeEvent;

/// <summary>A signed event of Stripe, taken apart. Each event id has its effect once and is logged once, whatever order the events come in.</summary>
/// <param name="EventId">Stripe's id, unique.</param>
/// <param name="Type">Stripe's name of what happened.</param>
/// <param name="Session">What it says of a session, if it is about one.</param>
/// <param name="Refund">What it says of a refund, if it is about one.</param>
/// <param name="Charge">What it says of a charge, if it is about one.</param>
internal sealed record ReceiveStripeEventCommand(string EventId, string Type, SessionFacts? Session, RefundFacts? Refund, ChargeFacts? Charge) : ICommand<string>;

/// <summary>A session as an event tells it.</summary>
internal sealed record SessionFacts(string Id, Guid? PaymentId, Guid? OrderId, bool IsPaid, string? Reference, long AmountFen, string Currency);

/// <summary>A refund as an event tells it.</summary>
internal sealed record RefundFacts(string Id, Guid? RefundId, long AmountFen, RefundStatus Status, string? Problem);

/// <summary>A charge as an event tells it.</summary>
internal sealed record ChargeFacts(string? Reference, long RefundedFen);

internal sealed class ReceiveStripeEventHandler(OrderingDb db, IMediator mediator, TimeProvider clock) : IRequestHandler<ReceiveStripeEventCommand, string>
{
    public async Task<string> Handle(ReceiveStripeEventCommand command, CancellationToken cancellationToken)
    {
        if (await db.ReceivedEvents.AnyAsync(x => x.Id == command.EventId, cancellationToken)) return "repeated";
        var (outcome, payment) = command switch
        {
            { Session: { } session } => await Take(command.Type, session, cancellationToken),
            { Refund: { } refund } => await Take(refund, cancellationToken),
            { Charge: { } charge } when command.Type == "charge.refunded" => await Take(charge, cancellationToken),
            _ => ("ignored", null),
        };
        db.ReceivedEvents.Add(ReceivedEvent.Of(command.EventId, command.Type, payment?.Id, outcome, clock.UtcNow()));
        return outcome;
    }

    private async Task<(string Outcome, Payment? Payment)> Take(string type, SessionFacts session, CancellationToken cancellationToken)
    {
        if (await db.Payments.FirstOrDefaultAsync(x => x.Id == session.PaymentId && x.Provider == nameof(CashierKind.Stripe), cancellationToken) is not { } payment) return ("not-ours", null);
        if (payment.OrderId != session.OrderId) return (Flag(payment, "order-differs"), payment);
        if (payment.SessionId is not null && payment.SessionId != session.Id) return (Flag(payment, "session-differs"), payment);
        payment.Open(session.Id, null); // the event may be faster than the answer that opened it

        switch (type)
        {
            case "checkout.session.completed" when !session.IsPaid:
                return ("not-paid-yet", payment); // Alipay and WeChat Pay may confirm later by async_payment_succeeded
            case "checkout.session.completed" or "checkout.session.async_payment_succeeded":
                return (await mediator.Send(new SettlePaymentCommand(payment.Id, session.Reference, session.AmountFen, session.Currency), cancellationToken), payment);
            case "checkout.session.async_payment_failed":
                payment.Close(PaymentState.Failed);
                payment.TellCounter(clock.UtcNow());
                return ("failed", payment);
            case "checkout.session.expired":
                payment.Close(PaymentState.Expired);
                payment.TellCounter(clock.UtcNow());
                return ("expired", payment);
            default:
                return ("ignored", payment);
        }
    }

    private async Task<(string Outcome, Payment? Payment)> Take(RefundFacts facts, CancellationToken cancellationToken)
    {
        if (await db.Refunds.FirstOrDefaultAsync(x => x.Id == facts.RefundId, cancellationToken) is not { } refund) return ("not-ours", null);
        var payment = await db.Payments.SingleAsync(x => x.Id == refund.PaymentId, cancellationToken);
        if (facts.AmountFen != refund.AmountFen) return (Flag(payment, "refund-differs"), payment);
        // News of an attempt that failed long ago must not undo the one that replaced it; a pending one may be told after it stands.
        if (refund.ProviderId is not null && refund.ProviderId != facts.Id) return ("outdated", payment);
        if (refund.ProviderId is null && facts.Status == RefundStatus.Failed) return ("outdated", payment);
        await mediator.Send(NoteRefundCommand.Of(refund.Id, new RefundNews(facts.Id, facts.Status, facts.Problem)), cancellationToken);
        return ("refund-noted", payment);
    }

    /// <summary>More went back than we promised: somebody refunded at Stripe's own desk, and our books do not know.</summary>
    private async Task<(string Outcome, Payment? Payment)> Take(ChargeFacts charge, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(charge.Reference)) return ("not-ours", null);
        if (await db.Payments.FirstOrDefaultAsync(x => x.ProviderReference == charge.Reference, cancellationToken) is not { } payment) return ("not-ours", null);
        return (charge.RefundedFen > payment.RefundedFen ? Flag(payment, "refunded-elsewhere") : "known", payment);
    }

    private static string Flag(Payment payment, string problem)
    {
        payment.Flag(problem);
        return problem;
    }
}
