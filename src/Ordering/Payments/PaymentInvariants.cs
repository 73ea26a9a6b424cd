using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Payments;

internal sealed class RefundsNeverExceedPayments(OrderingDb db) : IInvariant
{
    public string Rule => "The refunds of a payment add up to what it says it promised back, and never above what was paid";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sums = await db.Refunds.GroupBy(x => x.PaymentId).Select(x => new { PaymentId = x.Key, Sum = x.Sum(r => r.AmountFen) }).ToDictionaryAsync(x => x.PaymentId, x => x.Sum, cancellationToken);
        var payments = await db.Payments.Where(x => x.RefundedFen != 0 || db.Refunds.Any(r => r.PaymentId == x.Id)).Select(x => new { x.Id, x.MovedFen, x.RefundedFen, x.State }).ToListAsync(cancellationToken);
        return [.. payments.Where(x => x.RefundedFen != sums.GetValueOrDefault(x.Id) || x.RefundedFen > x.MovedFen || x.State != PaymentState.Succeeded)
            .Select(x => $"payment {x.Id}: {x.State}, paid {x.MovedFen}, promised back {x.RefundedFen}, refunds {sums.GetValueOrDefault(x.Id)}")];
    }
}

internal sealed class PaidOrdersHaveOnePayment(OrderingDb db) : IInvariant
{
    internal static readonly OrderState[] Paid = [OrderState.Paid, OrderState.Packed, OrderState.Shipped, OrderState.Delivered, OrderState.Completed];

    public string Rule => "Every paid order has taken exactly one payment, of the order's amount";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var wrong = await db.Orders.Where(x => Paid.Contains(x.State))
            .Select(x => new { x.Number, x.TotalFen, Taken = db.Payments.Count(p => p.OrderId == x.Id && p.State == PaymentState.Succeeded && p.MovedFen == x.TotalFen && p.AcceptedAt != null) })
            .Where(x => x.Taken != 1).ToListAsync(cancellationToken);
        return [.. wrong.Select(x => $"order {x.Number}: {x.Taken} payments of {x.TotalFen} taken")];
    }
}

internal sealed class MoneyHasAnOrder(OrderingDb db, TimeProvider clock) : IInvariant
{
    /// <summary>The request to send money back travels by message; until it arrives, the money is neither here nor there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public string Rule => "Money that moved is taken by an order that goes on, or promised back, all of it";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Grace;
        var kept = await (from payment in db.Payments
                          join order in db.Orders on payment.OrderId equals order.Id
                          where payment.State == PaymentState.Succeeded && payment.RefundedFen < payment.MovedFen && payment.SucceededAt < before
                             && (payment.AcceptedAt == null || !(PaidOrdersHaveOnePayment.Paid.Contains(order.State) || order.AwaitsStockForLateMoney))
                             && (order.CancelledAt == null || order.CancelledAt < before)
                          select new { payment.Id, order.Number, order.State, payment.MovedFen, payment.RefundedFen }).ToListAsync(cancellationToken);
        return [.. kept.Select(x => $"payment {x.Id} of {x.Number} ({x.State}): paid {x.MovedFen}, promised back {x.RefundedFen}")];
    }
}

internal sealed class CounterMoneyIsTakenOrGoesBack(OrderingDb db, TimeProvider clock) : IInvariant
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public string Rule => "Money that moved at a counter is taken by the counter, or promised back, all of it";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Grace;
        var kept = await db.Payments.Where(x => x.IsAtCounter && x.State == PaymentState.Succeeded && x.AcceptedAt == null && x.RefundedFen < x.MovedFen && x.SucceededAt < before)
            .Select(x => new { x.Id, x.MovedFen, x.RefundedFen }).ToListAsync(cancellationToken);
        return [.. kept.Select(x => $"payment {x.Id} at a counter: paid {x.MovedFen}, promised back {x.RefundedFen}")];
    }
}
