using System.Collections.Concurrent;

namespace ZhongFu.Ordering.Orders;

/// <summary>Wakes the caller who waits in this process for the stock's answer to an order.</summary>
internal sealed class StockAnswers
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    public Task Of(Guid orderId) => waiting.GetOrAdd(orderId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Came(Guid orderId)
    {
        if (waiting.TryRemove(orderId, out var waiter)) waiter.TrySetResult();
    }

    public void Forget(Guid orderId) => waiting.TryRemove(orderId, out _);
}
