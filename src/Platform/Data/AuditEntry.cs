using System.Text.Json;
using ZhongFu.Platform.Security;

namespace ZhongFu.Platform.Data;

/// <summary>One change by one person, stored with the change itself; never edited, never deleted within the retention time.</summary>
public sealed class AuditEntry
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Key of the actor.</summary>
    public string ActorKey { get; private init; } = "";

    /// <summary>User name, for people who read the log.</summary>
    public string ActorName { get; private init; } = "";

    /// <summary>What was done: <c>showroom.receipt</c>.</summary>
    public string Action { get; private init; } = "";

    /// <summary>Id of the thing it was done to.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>JSON of what was before, or null.</summary>
    public string? Before { get; private init; }

    /// <summary>JSON of what is after, or null.</summary>
    public string? After { get; private init; }

    /// <summary>Writes down a change; pass no personal data in <paramref name="before"/> and <paramref name="after"/>.</summary>
    public static AuditEntry Of(Actor actor, DateTime now, string action, object subject, object? before = null, object? after = null) => new()
    {
        At = now,
        ActorKey = actor.Key,
        ActorName = actor.Name,
        Action = action,
        Subject = subject.ToString() ?? "",
        Before = before is null ? null : JsonSerializer.Serialize(before),
        After = after is null ? null : JsonSerializer.Serialize(after),
    };
}
