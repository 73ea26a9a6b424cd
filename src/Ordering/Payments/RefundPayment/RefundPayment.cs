using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments.RefundPayment;

/// <summary>Promises money back. The promise is one conditional update: however many ask at once, never more than was paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AmountFen">How much, fen.</param>
/// <param name="Reason">Code or an operator's words.</param>
/// <param name="Key">The same key is the same refund.</param>
/// <param name="PaymentId">Which payment; null: the one that paid for the order.</param>
internal sealed record RefundPaymentCommand(Guid OrderId, long AmountFen, string Reason, Guid Key, Guid? PaymentId) : ICommand<Guid>;

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
        var promised = await db.Payments.Where(x => x.Id == payment.Id && x.RefundedFen + command.AmountFen <= x.AmountFen)
            .ExecuteUpdateAsync(x => x.SetProperty(p => p.RefundedFen, p => p.RefundedFen + command.AmountFen), cancellationToken);
        if (promised == 0) throw new RuleBroken("refund.above-paid", "The refunds of a payment may not exceed what was paid.", new { paidFen = payment.AmountFen, refundedFen = payment.RefundedFen });

        var now = clock.UtcNow();
        var refund = Refund.Request(payment, command.Key, command.AmountFen, command.Reason, now);
        db.Refunds.Add(refund);
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "ordering.refund", refund.Id, after: new { refund.OrderId, refund.AmountFen, refund.Reason }));
        return refund.Id;
    }

    /// <summary>The payment that was named, else the first that succeeded: a later one was refunded by itself.</summary>
    private Task<Payment?> Paid(RefundPaymentCommand command, CancellationToken cancellationToken) =>
        db.Payments.AsNoTracking().Where(x => x.OrderId == command.OrderId && x.State == PaymentState.Succeeded && (command.PaymentId == null || x.Id == command.PaymentId))
            .OrderBy(x => x.SucceededAt).ThenBy(x => x.Id).FirstOrDefaultAsync(cancellationToken);
}
