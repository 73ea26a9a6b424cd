using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Shifts;

/// <summary>Cash put into the drawer or taken out of it beside sales: change fetched, a takings bag to the safe.</summary>
internal sealed class CashMovement
{
    public Guid ShiftId { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    /// <summary>Fen; below 0 when taken out.</summary>
    public long AmountFen { get; private init; }

    public string Reason { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    public static CashMovement Of(Guid shiftId, int line, long amountFen, string reason, Actor by, DateTime now) =>
        new() { ShiftId = shiftId, Line = line, AmountFen = amountFen, Reason = reason, By = by.Name, At = now };
}
