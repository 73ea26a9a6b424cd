using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments;

/// <summary>How an order of the buyer stands with its money.</summary>
/// <param name="Number">The order's number.</param>
internal sealed record OrderPaymentsQuery(string Number) : IQuery<OrderPayments>;

/// <summary>An order and its attempts to pay, the newest first.</summary>
internal sealed record OrderPayments(Guid OrderId, string Number, OrderState State, long TotalFen, DateTime PayBy, string? CancelReason, bool AwaitsStock, IReadOnlyList<PaymentLine> Attempts)
{
    /// <summary>Still to be paid.</summary>
    public bool IsPayable(DateTime now) => State == OrderState.Reserved && now < PayBy;

    /// <summary>The order took the buyer's money and goes on.</summary>
    public bool IsPaid => State is not (OrderState.Placed or OrderState.Reserved or OrderState.Cancelled);

    /// <summary>Fen on their way back, or back already.</summary>
    public long RefundedFen => Attempts.Sum(x => x.RefundedFen);

    /// <summary>Money has moved although the order is cancelled: it goes back.</summary>
    public bool HasMoneyToReturn => State == OrderState.Cancelled && !AwaitsStock && Attempts.Any(x => x.State == PaymentState.Succeeded);

    /// <summary>An attempt whose end nobody knows yet.</summary>
    public PaymentLine? Undecided => Attempts.FirstOrDefault(x => x.State is PaymentState.Created or PaymentState.Open);
}

/// <summary>One attempt to pay.</summary>
internal sealed record PaymentLine(Guid Id, PaymentState State, long AmountFen, long RefundedFen);

internal sealed class OrderPaymentsHandler(OrderingDb db, RequestContext context) : IRequestHandler<OrderPaymentsQuery, OrderPayments>
{
    public async Task<OrderPayments> Handle(OrderPaymentsQuery query, CancellationToken cancellationToken)
    {
        var mine = context.Actor.Key;
        var order = await db.Orders.AsNoTracking().Where(x => x.Number == query.Number && x.BuyerKey == mine)
            .Select(x => new { x.Id, x.Number, x.State, x.TotalFen, x.PayBy, x.CancelReason, x.AwaitsStockForLateMoney }).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The order");
        var attempts = await db.Payments.AsNoTracking().Where(x => x.OrderId == order.Id).OrderByDescending(x => x.CreatedAt)
            .Select(x => new PaymentLine(x.Id, x.State, x.AmountFen, x.RefundedFen)).Take(20).ToListAsync(cancellationToken);
        return new OrderPayments(order.Id, order.Number, order.State, order.TotalFen, order.PayBy, order.CancelReason, order.AwaitsStockForLateMoney, attempts);
    }
}
