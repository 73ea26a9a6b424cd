using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ZhongFu.Platform.Live;

/// <summary>Tells open Server-Sent Event streams of this process that something changed; a topic is for example <c>stock:{id}</c>.</summary>
public sealed class LiveFeed
{
    private readonly ConcurrentDictionary<Guid, (IReadOnlySet<string> Topics, Channel<LiveNews> Queue)> listeners = new();

    /// <summary>Hands the news to everyone listening to its topic; never blocks: a listener that is 256 behind loses the oldest.</summary>
    public void Publish(string topic, object payload)
    {
        foreach (var (topics, queue) in listeners.Values)
            if (topics.Contains(topic)) queue.Writer.TryWrite(new LiveNews(topic, payload));
    }

    /// <summary>News of the topics from now on, until cancelled.</summary>
    public async IAsyncEnumerable<LiveNews> Listen(IEnumerable<string> topics, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var queue = Channel.CreateBounded<LiveNews>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[id] = (topics.ToHashSet(), queue);
        try
        {
            await foreach (var news in queue.Reader.ReadAllAsync(cancellationToken)) yield return news;
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }
}

/// <summary>One change on one topic.</summary>
public sealed record LiveNews(string Topic, object Payload);
