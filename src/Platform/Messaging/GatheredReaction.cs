using System.Collections.Concurrent;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;

namespace ZhongFu.Platform.Messaging;

/// <summary>A <see cref="Reaction{TMessage, TDb}"/> that handles whatever waits at that moment in one transaction. A message that comes alone is handled
/// at once; under load the turn of a hot row and the flush of a commit are paid once for many.</summary>
public abstract class GatheredReaction<TMessage, TDb>(TDb db, Gathering<TMessage> gathering) : IConsumer<TMessage> where TMessage : class where TDb : ModuleDb
{
    private const int MostAtOnce = 50;

    /// <summary>Does the work of all messages, usually by sending one command of the module; neither saves nor commits. When it throws, each message is tried alone.</summary>
    protected abstract Task React(IReadOnlyList<TMessage> messages, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var deliveries = context.GetPayload<IServiceProvider>().GetRequiredService<Deliveries>();
        var messageId = context.MessageId ?? throw new InvalidOperationException($"{typeof(TMessage).Name} came without a message id.");
        try
        {
            var mine = gathering.Join(messageId, context.Message);
            using (await gathering.Turn(context.CancellationToken))
            {
                while (!mine.Outcome.IsCompleted) await Work(gathering.Take(MostAtOnce), context.CancellationToken);
            }
            await mine.Outcome;
            deliveries.Confirm(messageId, GetType().Name);
        }
        catch (Exception problem)
        {
            deliveries.Fail(messageId, problem);
            throw;
        }
    }

    private async Task Work(IReadOnlyList<Gathering<TMessage>.Entry> entries, CancellationToken cancellationToken)
    {
        try
        {
            await Handle(entries, cancellationToken);
            foreach (var entry in entries) entry.Done();
        }
        catch (Exception) when (entries.Count > 1)
        {
            // One message that cannot be handled does not hold up those it came with.
            foreach (var entry in entries) await Work([entry], cancellationToken);
        }
        catch (Exception problem)
        {
            entries[0].Fail(problem);
        }
    }

    private async Task Handle(IReadOnlyList<Gathering<TMessage>.Entry> entries, CancellationToken cancellationToken)
    {
        var consumer = GetType().Name;
        var ids = entries.Select(x => x.MessageId).ToList();
        db.ChangeTracker.Clear(); // of an attempt that failed
        await using var work = await db.BeginAsync(cancellationToken);
        var known = await db.Inbox.Where(x => x.Consumer == consumer && ids.Contains(x.MessageId)).Select(x => x.MessageId).ToListAsync(cancellationToken);
        var fresh = entries.Where(x => !known.Contains(x.MessageId)).DistinctBy(x => x.MessageId).ToList();
        if (fresh.Count == 0) return;

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.Inbox.AddRange(fresh.Select(x => new InboxMessage(x.MessageId, consumer, now)));
        await React([.. fresh.Select(x => x.Message)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await work.CommitAsync(CancellationToken.None);
    }
}

/// <summary>The messages of one kind that wait in this process, and whose turn it is to work.</summary>
public sealed class Gathering<TMessage> where TMessage : class
{
    private readonly ConcurrentQueue<Entry> waiting = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    internal Entry Join(Guid messageId, TMessage message)
    {
        var entry = new Entry(messageId, message);
        waiting.Enqueue(entry);
        return entry;
    }

    internal async Task<IDisposable> Turn(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        return new Release(turn);
    }

    internal IReadOnlyList<Entry> Take(int most)
    {
        var taken = new List<Entry>();
        while (taken.Count < most && waiting.TryDequeue(out var entry)) taken.Add(entry);
        return taken;
    }

    internal sealed class Entry(Guid messageId, TMessage message)
    {
        private readonly TaskCompletionSource outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Guid MessageId { get; } = messageId;

        public TMessage Message { get; } = message;

        public Task Outcome => outcome.Task;

        public void Done() => outcome.TrySetResult();

        public void Fail(Exception problem) => outcome.TrySetException(problem);
    }

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

/// <summary>Messages can only gather when the bus hands over the next before the last is done.</summary>
internal sealed class GatheredDefinition<TConsumer> : ConsumerDefinition<TConsumer> where TConsumer : class, IConsumer
{
    public GatheredDefinition()
    {
        ConcurrentMessageLimit = 64;
        Endpoint(endpoint => endpoint.PrefetchCount = 64);
    }
}

internal static class GatheredDefinition
{
    /// <summary>The definition of a consumer that gathers, null for any other.</summary>
    public static Type? For(Type consumer) =>
        consumer.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(GatheredReaction<,>) ? typeof(GatheredDefinition<>).MakeGenericType(consumer) : null;
}
