using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Payments;

/// <summary>What who scanned the code at the counter sees: amount and standing, nothing of anybody.</summary>
internal sealed record CounterPaymentQuery(Guid PaymentId) : IQuery<CounterPayment>;

/// <param name="PayUrl">The cashier's page, while it can be paid.</param>
internal sealed record CounterPayment(string Label, long AmountFen, bool IsPaid, bool IsSentBack, string? PayUrl, bool IsComing);

internal sealed class CounterPaymentHandler(OrderingDb db) : IRequestHandler<CounterPaymentQuery, CounterPayment>
{
    public async Task<CounterPayment> Handle(CounterPaymentQuery query, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.PaymentId && x.IsAtCounter, cancellationToken) ?? throw new NotFound("The payment");
        return new(payment.OrderNumber, payment.AmountFen, payment is { State: PaymentState.Succeeded, AcceptedAt: not null }, payment is { State: PaymentState.Succeeded, AcceptedAt: null },
            payment.State == PaymentState.Open ? payment.CashierUrl : null, payment.State == PaymentState.Created);
    }
}
