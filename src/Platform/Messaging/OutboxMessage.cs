using System.Text.Json;

namespace ZhongFu.Platform.Messaging;

/// <summary>A message that is committed but perhaps not delivered yet. The row id travels as MessageId, so a repeat is recognised.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Contract name: namespace and type, independent of the assembly's version.</summary>
    public string Type { get; private init; } = "";

    public string Body { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>Nobody else touches the row before this time: the lease of the instance that is delivering it.</summary>
    public DateTime DueAt { get; private init; }

    public int Attempts { get; private init; }
    public string? Problem { get; private init; }

    /// <summary>Set when delivery was given up; an operator may send it again.</summary>
    public DateTime? ParkedAt { get; private init; }

    /// <summary>Long enough for a delivery in this process, short enough that a killed process's messages flow again soon.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    public static OutboxMessage Of(object message)
    {
        // The wall clock on purpose: leases are between processes, a fake business clock must not freeze them.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new OutboxMessage { Type = message.GetType().FullName!, Body = JsonSerializer.Serialize(message, message.GetType()), At = now, DueAt = now + Lease };
    }
}

/// <summary>This consumer has handled this message; stored in the same transaction as the work.</summary>
internal sealed class InboxMessage(Guid messageId, string consumer, DateTime at)
{
    public Guid MessageId { get; private init; } = messageId;
    public string Consumer { get; private init; } = consumer;
    public DateTime At { get; private init; } = at;
}
