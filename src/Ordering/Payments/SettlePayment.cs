using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>The money has moved: the order becomes paid, or, when it no longer can, the money goes back. Safe to repeat.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="Reference">The provider's name for the money.</param>
/// <param name="AmountFen">What moved, fen; must be what was asked for.</param>
/// <param name="Currency">In which currency; must be what was asked for.</param>
internal sealed record SettlePaymentCommand(Guid PaymentId, string Reference, long AmountFen, string Currency) : ICommand<string>;

internal sealed class SettlePaymentHandler(OrderingDb db, TimeProvider clock) : IRequestHandler<SettlePaymentCommand, string>
{
    public async Task<string> Handle(SettlePaymentCommand command, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == command.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        if (payment.AmountFen != command.AmountFen || !string.Equals(payment.Currency, command.Currency, StringComparison.OrdinalIgnoreCase))
        {
            payment.Flag("amount-differs");
            return "amount-differs";
        }
        var now = clock.UtcNow();
        if (!payment.Succeed(command.Reference, now)) return "known";

        var order = await db.Orders.Include(x => x.Lines).SingleAsync(x => x.Id == payment.OrderId, cancellationToken);
        return Apply(order, payment, now);
    }

    /// <summary>Exactly one of: the order is paid, stock is taken again for it, or the money goes back.</summary>
    private string Apply(Order order, Payment payment, DateTime now)
    {
        if (order.State == OrderState.Reserved)
        {
            order.MarkPaid(now);
            return "settled";
        }
        if (order.CanTakeLateMoney)
        {
            order.TakeLateMoney();
            return "late";
        }
        // Cancelled by its buyer, or paid by another attempt: the refund carries the payment's own id as its key, so it happens once.
        db.Send(new RefundOrder(order.Id, payment.AmountFen, order.State == OrderState.Cancelled ? "order-cancelled" : "paid-twice", payment.Id, payment.Id));
        return "refunded";
    }
}
