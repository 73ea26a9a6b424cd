using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

/// <summary>The money has moved: the order becomes paid, or, when it no longer can, the money goes back. Safe to repeat.</summary>
/// <param name="PaymentId">The attempt.</param>
/// <param name="Reference">The provider's name for the money.</param>
/// <param name="AmountFen">What moved, fen; when it is not what was asked for, it goes back.</param>
/// <param name="Currency">In which currency; must be what was asked for.</param>
/// <param name="IsAnswer">The cashier was asked and said so; else it is only what an event tells.</param>
internal sealed record SettlePaymentCommand(Guid PaymentId, string? Reference, long AmountFen, string Currency, bool IsAnswer = false) : ICommand<string>;

internal sealed class SettlePaymentHandler(OrderingDb db, LiveFeed live, TimeProvider clock) : IRequestHandler<SettlePaymentCommand, string>
{
    public async Task<string> Handle(SettlePaymentCommand command, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.FirstOrDefaultAsync(x => x.Id == command.PaymentId, cancellationToken) ?? throw new NotFound("The payment");
        var now = clock.UtcNow();
        if (payment.State == PaymentState.Succeeded && payment.ProviderReference == command.Reference) return "known";
        if (Difference(payment, command) is { } difference)
        {
            payment.Flag(difference);
            if (difference == WrongAmount && command.IsAnswer) return SendBack(payment, command, now);
            payment.AskNow(now); // an event is no reason to move money: the cashier knows what really happened
            return difference;
        }
        var isWanted = payment.State != PaymentState.Superseded;
        if (!payment.Succeed(command.Reference!, command.AmountFen, now)) return "known";
        if (payment.IsAtCounter) return SettleAtCounter(payment, isWanted, now);

        var order = await db.Orders.Include(x => x.Lines).SingleAsync(x => x.Id == payment.OrderId, cancellationToken);
        var outcome = await Apply(order, payment, now, cancellationToken);
        db.AfterCommit(() => live.Publish(OrderNews.Topic(order.BuyerKey), OrderNews.Of(order)));
        return outcome;
    }

    private const string WrongAmount = "amount-differs";

    /// <summary>Money that is not the order's goes back, all that moved, and the order can be paid again. Operators see it.</summary>
    private string SendBack(Payment payment, SettlePaymentCommand command, DateTime now)
    {
        if (!payment.Succeed(command.Reference!, command.AmountFen, now)) return "known";
        db.Send(new RefundOrder(payment.OrderId, payment.MovedFen, WrongAmount, payment.Id, payment.Id));
        payment.TellCounter(now);
        return "refunded";
    }

    /// <summary>The till hears of it and makes its sale, or, when it had turned away meanwhile, the money goes back.</summary>
    private string SettleAtCounter(Payment payment, bool isWanted, DateTime now)
    {
        if (isWanted) payment.Accept(now);
        else db.Send(new RefundOrder(payment.OrderId, payment.MovedFen, "counter-cancelled", payment.Id, payment.Id));
        payment.TellCounter(now);
        return isWanted ? "settled" : "refunded";
    }

    private static string? Difference(Payment payment, SettlePaymentCommand command) =>
        !string.Equals(payment.Currency, command.Currency, StringComparison.OrdinalIgnoreCase) ? "currency-differs"
        : string.IsNullOrEmpty(command.Reference) ? "reference-missing"
        : payment.AmountFen != command.AmountFen ? WrongAmount
        : null;

    /// <summary>Exactly one of: the order is paid, stock is taken again for it, or the money goes back.</summary>
    private async Task<string> Apply(Order order, Payment payment, DateTime now, CancellationToken cancellationToken)
    {
        if (order.State == OrderState.Reserved)
        {
            order.MarkPaid(now);
            payment.Accept(now);
            foreach (var other in await db.Payments.Where(x => x.OrderId == order.Id && x.Id != payment.Id).ToListAsync(cancellationToken)) other.Supersede(now);
            return "settled";
        }
        // Late money asks for the stock once: money that comes after an order's late money goes back, whatever became of the first.
        if (order.CanTakeLateMoney && !await db.Payments.AnyAsync(x => x.OrderId == order.Id && x.AcceptedAt != null, cancellationToken))
        {
            order.TakeLateMoney();
            payment.Accept(now);
            return "late";
        }
        // Cancelled by its buyer, or paid by another attempt: the refund carries the payment's own id as its key, so it happens once.
        db.Send(new RefundOrder(order.Id, payment.MovedFen, order.State == OrderState.Cancelled ? "order-cancelled" : "paid-twice", payment.Id, payment.Id));
        return "refunded";
    }
}
