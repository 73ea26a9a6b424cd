using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Ledger;

/// <summary>A batch that may not be sold anywhere until somebody lifts this (product.md, "A recall blocks the batch in every channel at once").
/// It counts for every SKU of the batch, also for one whose first goods come later.</summary>
internal sealed class Recall : Aggregate
{
    private Recall()
    {
    }

    /// <summary>As printed on the goods.</summary>
    public string BatchCode { get; private init; } = "";

    public string Reason { get; private init; } = "";
    public DateTime StartedAt { get; private init; }
    public string StartedBy { get; private init; } = "";

    /// <summary>When it was lifted; null while it holds.</summary>
    public DateTime? LiftedAt { get; private set; }

    public string? LiftedBy { get; private set; }
    public string? LiftReason { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public bool IsOpen => LiftedAt is null;

    /// <summary>From now on nobody sells it.</summary>
    public static Recall Start(string batchCode, string reason, Actor actor, DateTime now) => new() { BatchCode = batchCode, Reason = reason, StartedAt = now, StartedBy = actor.Name };

    /// <summary>The goods were found to be right.</summary>
    /// <exception cref="RuleBroken"><c>recall.lifted</c></exception>
    public void Lift(string reason, Actor actor, DateTime now)
    {
        if (!IsOpen) throw new RuleBroken("recall.lifted", "The recall was lifted before.");
        (LiftedAt, LiftedBy, LiftReason, Version) = (now, actor.Name, reason, Guid.CreateVersion7());
    }
}
