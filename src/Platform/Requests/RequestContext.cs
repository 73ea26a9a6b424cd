using ZhongFu.Platform.Security;

namespace ZhongFu.Platform.Requests;

/// <summary>What surrounds a request: who asks and under which idempotency key. One per scope; filled at the door.</summary>
public sealed class RequestContext
{
    /// <summary>Who asks. The system until a door says otherwise.</summary>
    public Actor Actor { get; set; } = Actor.System;

    /// <summary>The <c>Idempotency-Key</c> of the call, 1 to 100 characters, or null. The first command of the scope consumes it.</summary>
    public string? IdempotencyKey { get; set; }
}
