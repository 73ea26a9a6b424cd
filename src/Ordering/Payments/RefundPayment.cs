using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>Promises money back. The promise is one conditional update: however many ask at once, never more than was paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AmountFen">How much, fen.</param>
/// <param name="Reason">Code or an operator's words.</param>
/// <param name="Key">The same key is the same refund.</param>
/// <param name="PaymentId">Which payment; null: the one that the order took.</param>
/// <param name="AtMost">Send back what is left when that is less: part may have gone back by hand before.</param>
internal sealed record RefundPaymentCommand(Guid OrderId, long AmountFen, string Reason, Guid Key, Guid? PaymentId, bool AtMost = false) : ICommand<Guid>
{
    public string Reason { get; init; } = PlainText.Clean(Reason) ?? "";
}

internal sealed class RefundPaymentRules : AbstractValidator<RefundPaymentCommand>
{
    public RefundPaymentRules()
    {
        RuleFor(x => x.AmountFen).InclusiveBetween(1, 100_000_000_00);
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(200);
    }
}

internal sealed class RefundPaymentHandler(OrderingDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RefundPaymentCommand, Guid>
{
    public async Task<Guid> Handle(RefundPaymentCommand command, CancellationToken cancellationToken)
    {
        var known = await db.Refunds.Where(x => x.Key == command.Key).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id) return id;

        var payment = await Paid(command, cancellationToken) ?? throw new RuleBroken("refund.nothing-paid", "No payment of this order can be refunded.");
        var amount = await Promise(payment, command, cancellationToken);
        var now = clock.UtcNow();
        var refund = Refund.Request(payment, command.Key, amount, command.Reason, now);
        db.Refunds.Add(refund);
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "ordering.refund", refund.Id, after: new { refund.OrderId, refund.AmountFen, refund.Reason }));
        return refund.Id;
    }

    private async Task<long> Promise(Payment payment, RefundPaymentCommand command, CancellationToken cancellationToken)
    {
        while (true)
        {
            var promised = await db.Payments.Where(x => x.Id == payment.Id).Select(x => x.RefundedFen).SingleAsync(cancellationToken);
            var left = payment.MovedFen - promised;
            var amount = command.AtMost ? Math.Min(command.AmountFen, left) : command.AmountFen;
            if (amount > left || amount <= 0) throw new RuleBroken("refund.above-paid", "The refunds of a payment may not exceed what was paid.", new { paidFen = payment.MovedFen, refundedFen = promised });
            var taken = await db.Payments.Where(x => x.Id == payment.Id && x.RefundedFen == promised)
                .ExecuteUpdateAsync(x => x.SetProperty(p => p.RefundedFen, p => p.RefundedFen + amount), cancellationToken);
            if (taken == 1) return amount; // else another refund was promised in between: look again
        }
    }

    /// <summary>The payment that was named, else the one that the order took: any other was refunded by itself.</summary>
    private Task<Payment?> Paid(RefundPaymentCommand command, CancellationToken cancellationToken) =>
        db.Payments.AsNoTracking().Where(x => x.OrderId == command.OrderId && x.State == PaymentState.Succeeded && (command.PaymentId == null ? x.AcceptedAt != null : x.Id == command.PaymentId))
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>Makes the refund's key out of the caller's idempotency key, so that a repeat is the same refund.</summary>
internal static class RefundKeys
{
    public static Guid Of(RequestContext context) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{context.Actor.Key}:{context.IdempotencyKey}")).AsSpan(0, 16));
}
