using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Messaging;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Ordering.Payments.ServeCounter;

internal sealed class AskWhenCounterQuestioned(OrderingDb db, CounterCashier counter) : Reaction<CounterPaymentQuestioned, OrderingDb>(db)
{
    private readonly OrderingDb db = db;

    protected override Task React(CounterPaymentQuestioned message, CancellationToken cancellationToken)
    {
        db.AfterCommit(() => counter.Wake(message.PaymentId));
        return Task.CompletedTask;
    }
}
