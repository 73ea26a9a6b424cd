using System.Collections.Concurrent;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Platform.Messaging;

/// <summary>Knows when a published message is safe. A broker keeps it once it has confirmed; the in-memory bus loses what is in flight when the
/// process dies, so there a message is safe only when each consumer's inbox has it.</summary>
internal sealed class Deliveries(ModuleCatalogue modules, bool brokerKeepsMessages)
{
    private readonly ConcurrentDictionary<Guid, Pending> pending = new();

    /// <summary>Whether a broker stands between the modules.</summary>
    public bool BrokerKeepsMessages => brokerKeepsMessages;

    /// <summary>Call before publishing. The task ends when the message is safe, and fails when a consumer failed.</summary>
    public Task Expect(Guid messageId, Type type)
    {
        var consumers = brokerKeepsMessages ? [] : modules.ConsumersOf(type);
        if (consumers.Count == 0) return Task.CompletedTask;
        var entry = pending.GetOrAdd(messageId, _ => new Pending(consumers));
        return entry.Done.Task;
    }

    public void Confirm(Guid messageId, string consumer)
    {
        if (!pending.TryGetValue(messageId, out var entry) || !entry.Confirm(consumer)) return;
        pending.TryRemove(messageId, out _);
        entry.Done.TrySetResult();
    }

    public void Fail(Guid messageId, Exception problem)
    {
        if (pending.TryRemove(messageId, out var entry)) entry.Done.TrySetException(problem);
    }

    public void Forget(Guid messageId) => pending.TryRemove(messageId, out _);

    private sealed class Pending(IReadOnlyCollection<string> consumers)
    {
        private readonly HashSet<string> missing = [.. consumers];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Confirm(string consumer)
        {
            lock (missing)
            {
                missing.Remove(consumer);
                return missing.Count == 0;
            }
        }
    }
}
