using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Payments.ServeCounter;

internal sealed class RefundWhenCounterOwes(OrderingDb db) : Reaction<CounterRefundOwed, OrderingDb>(db)
{
    private readonly OrderingDb db = db;

    protected override Task React(CounterRefundOwed message, CancellationToken cancellationToken)
    {
        db.Send(new RefundOrder(message.PaymentId, message.AmountFen, "counter-return", message.RefundKey, message.PaymentId));
        return Task.CompletedTask;
    }
}
