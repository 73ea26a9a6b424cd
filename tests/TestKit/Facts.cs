using ZhongFu.Platform.Domain;

namespace ZhongFu.TestKit;

/// <summary>Looks at what an aggregate would send with its next save.</summary>
public static class Facts
{
    /// <summary>The messages raised since the last look.</summary>
    public static IReadOnlyList<object> TakeFacts(this Aggregate aggregate) => aggregate.TakeRaised();
}
