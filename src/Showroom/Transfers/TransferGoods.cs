using ZhongFu.Platform.Domain;

namespace ZhongFu.Showroom.Transfers;

/// <summary>Why a count differs, as the one who counted sees it.</summary>
internal enum DifferenceCause
{
    /// <summary>Pieces are not there.</summary>
    Missing,

    /// <summary>Pieces are there but broken or spoilt; they are not counted as received.</summary>
    Damaged,

    /// <summary>Other goods, or another batch, than the sheet says.</summary>
    WrongGoods,

    /// <summary>More pieces than the sheet says.</summary>
    TooMany,
}

/// <summary>What became of a difference.</summary>
internal enum DifferenceOutcome
{
    /// <summary>The missing pieces came after all: they are at the receiving place now.</summary>
    Found,

    /// <summary>They are gone: written off.</summary>
    Lost,

    /// <summary>They are back where they came from.</summary>
    Returned,

    /// <summary>The pieces too many came from the sending place, which wrote down too few.</summary>
    SentMore,

    /// <summary>Nobody knows where the pieces too many came from: an adjustment.</summary>
    Surplus,
}

internal static class DifferenceOutcomes
{
    /// <summary>Whether it ends a shortage; the others end a surplus.</summary>
    public static bool IsForShortage(this DifferenceOutcome outcome) => outcome is DifferenceOutcome.Found or DifferenceOutcome.Lost or DifferenceOutcome.Returned;
}

/// <summary>One line somebody asked for.</summary>
internal sealed class TransferLine(Guid transferOrderId, int line, Guid skuId, string? batch, long quantity)
{
    public Guid TransferOrderId { get; private init; } = transferOrderId;

    /// <summary>From 1.</summary>
    public int Line { get; private init; } = line;

    public Guid SkuId { get; private init; } = skuId;

    /// <summary>Only this batch; null: whatever expires first.</summary>
    public string? Batch { get; private init; } = batch;

    /// <summary>Pieces.</summary>
    public long Quantity { get; private init; } = quantity;
}

/// <summary>Pieces of one batch that were sent on a line, and what was counted of them.</summary>
internal sealed class TransferGoods(Guid transferOrderId, int line, Guid skuId, string batch, long sent)
{
    public Guid TransferOrderId { get; private init; } = transferOrderId;
    public int Line { get; private init; } = line;
    public Guid SkuId { get; private init; } = skuId;

    /// <summary>Batch code; empty for goods without one.</summary>
    public string Batch { get; private init; } = batch;

    /// <summary>Pieces that left.</summary>
    public long Sent { get; private init; } = sent;

    /// <summary>Good pieces that arrived; null until counted.</summary>
    public long? Counted { get; private set; }

    public DifferenceCause? Cause { get; private set; }

    /// <summary>Pieces of the difference whose end is known.</summary>
    public long Settled { get; private set; }

    /// <summary>Counted less sent: below zero when pieces are missing.</summary>
    public long Difference => (Counted ?? Sent) - Sent;

    /// <summary>Pieces of the difference that wait for a second person.</summary>
    public long Open => Math.Abs(Difference) - Settled;

    /// <summary>Pieces that go onto the shelf at the count; a surplus waits until it is known where it came from.</summary>
    public long Accepted => Math.Min(Sent, Counted ?? 0);

    internal void Count(long counted, DifferenceCause? cause)
    {
        if (counted != Sent && cause is null) throw new RuleBroken("transfer.cause-missing", "A difference needs a cause.", new { Line, Batch, Sent, counted });
        if (counted != Sent && counted > Sent != (cause == DifferenceCause.TooMany)) throw new RuleBroken("transfer.cause-wrong", "This cause does not fit the difference.", new { Line, Batch, Sent, counted });
        (Counted, Cause) = (counted, counted == Sent ? null : cause);
    }

    internal void Settle(long quantity) => Settled += quantity;
}

/// <summary>What a second person wrote down about a difference. Never edited.</summary>
internal sealed class TransferSettlement(Guid transferOrderId, int number, int line, Guid skuId, string batch, DifferenceOutcome outcome, long quantity, string note, string byKey, string by, DateTime at)
{
    public Guid TransferOrderId { get; private init; } = transferOrderId;

    /// <summary>From 1 within the transfer.</summary>
    public int Number { get; private init; } = number;

    public int Line { get; private init; } = line;
    public Guid SkuId { get; private init; } = skuId;
    public string Batch { get; private init; } = batch;
    public DifferenceOutcome Outcome { get; private init; } = outcome;
    public long Quantity { get; private init; } = quantity;
    public string Note { get; private init; } = note;
    public string ByKey { get; private init; } = byKey;
    public string By { get; private init; } = by;
    public DateTime At { get; private init; } = at;
}
