using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ZhongFu.Platform.Messaging;

/// <summary>Carries rows that were just committed straight to the relay of this process, so that it neither polls nor reads them again.</summary>
internal sealed class OutboxAnnouncements
{
    private readonly ConcurrentDictionary<Type, Channel<OutboxMessage>> queues = new();

    public void Announce(Type database, IReadOnlyList<OutboxMessage> rows)
    {
        var writer = Queue(database).Writer;
        foreach (var row in rows) writer.TryWrite(row); // when full, the row's lease runs out and the relay's sweep finds it
    }

    public ChannelReader<OutboxMessage> Of(Type database) => Queue(database).Reader;

    private Channel<OutboxMessage> Queue(Type database) =>
        queues.GetOrAdd(database, _ => Channel.CreateBounded<OutboxMessage>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite }));
}
