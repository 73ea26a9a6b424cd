using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Ordering.Payments;

internal sealed class RefundsNeverExceedPayments(OrderingDb db) : IInvariant
{
    public string Rule => "The refunds of a payment add up to what it says it promised back, and never above what was paid";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var sums = await db.Refunds.GroupBy(x => x.PaymentId).Select(x => new { PaymentId = x.Key, Sum = x.Sum(r => r.AmountFen) }).ToDictionaryAsync(x => x.PaymentId, x => x.Sum, cancellationToken);
        var payments = await db.Payments.Where(x => x.RefundedFen != 0 || db.Refunds.Any(r => r.PaymentId == x.Id)).Select(x => new { x.Id, x.AmountFen, x.RefundedFen }).ToListAsync(cancellationToken);
        return [.. payments.Where(x => x.RefundedFen != sums.GetValueOrDefault(x.Id) || x.RefundedFen > x.AmountFen)
            .Select(x => $"payment {x.Id}: paid {x.AmountFen}, promised back {x.RefundedFen}, refunds {sums.GetValueOrDefault(x.Id)}")];
    }
}

internal sealed class PaidOrdersHaveOnePayment(OrderingDb db) : IInvariant
{
    private static readonly OrderState[] Paid = [OrderState.Paid, OrderState.Packed, OrderState.Shipped, OrderState.Delivered, OrderState.Completed];

    public string Rule => "Every paid order has exactly one payment that stands, of the order's amount";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var wrong = await db.Orders.Where(x => Paid.Contains(x.State))
            .Select(x => new { x.Number, x.TotalFen, Standing = db.Payments.Count(p => p.OrderId == x.Id && p.State == PaymentState.Succeeded && p.AmountFen == x.TotalFen && p.RefundedFen < p.AmountFen) })
            .Where(x => x.Standing != 1 && x.TotalFen > 0).ToListAsync(cancellationToken);
        return [.. wrong.Select(x => $"order {x.Number}: {x.Standing} payments of {x.TotalFen} stand")];
    }
}

internal sealed class MoneyHasAnOrder(OrderingDb db) : IInvariant
{
    public string Rule => "Money of a cancelled order is promised back, all of it";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var kept = await (from payment in db.Payments
                          join order in db.Orders on payment.OrderId equals order.Id
                          where payment.State == PaymentState.Succeeded && order.State == OrderState.Cancelled && !order.AwaitsStockForLateMoney && payment.RefundedFen < payment.AmountFen
                          select new { payment.Id, order.Number, payment.AmountFen, payment.RefundedFen }).ToListAsync(cancellationToken);
        return [.. kept.Select(x => $"payment {x.Id} of {x.Number}: paid {x.AmountFen}, promised back {x.RefundedFen}")];
    }
}
