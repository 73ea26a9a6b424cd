using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Shifts;

/// <summary>How a shift came to be.</summary>
internal enum ShiftKind
{
    /// <summary>Somebody opened it and put a float into the drawer.</summary>
    Opened,

    /// <summary>The first sale of a till without one opened it: no float.</summary>
    BySale,

    /// <summary>Late sales of a shift that was closed before they arrived (补录班次).</summary>
    Supplementary,
}

/// <summary>Where a shift stands. Forward only.</summary>
internal enum ShiftState
{
    /// <summary>Sales go here.</summary>
    Open,

    /// <summary>The drawer was counted and differs: a reason is missing.</summary>
    Counted,

    /// <summary>There is a Z report.</summary>
    Closed,
}

/// <summary>A shift (班次) of one till: the drawer from its float to its count. It is closed blind: what should be in the drawer is said only after what is
/// in it (product.md, "Showroom"). The first count stands, so that nobody counts until it fits.</summary>
internal sealed class Shift : Aggregate
{
    private readonly List<CashMovement> movements = [];

    private Shift()
    {
    }

    public string DeviceId { get; private init; } = "";
    public int Terminal { get; private init; }
    public Guid LocationId { get; private init; }
    public DateOnly Day { get; private init; }
    public ShiftKind Kind { get; private set; }

    /// <summary>The closed shift whose late sales these are.</summary>
    public Guid? LateOfId { get; private init; }

    public ShiftState State { get; private set; }
    public string CashierKey { get; private set; } = "";
    public string Cashier { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }

    /// <summary>Change money in the drawer at the start, fen.</summary>
    public long FloatFen { get; private set; }

    /// <summary>What was counted, fen.</summary>
    public long? CountedFen { get; private set; }

    /// <summary>What should have been there at the count, fen.</summary>
    public long? ExpectedFen { get; private set; }

    /// <summary>Sales the till still held at the count, and who let it be closed all the same.</summary>
    public int UnsentSales { get; private set; }

    public string? UnsentApprovedBy { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<CashMovement> Movements => movements;

    public static Shift Open(Guid? id, Till till, ShiftKind kind, Guid? lateOf, long floatFen, DateOnly day, Actor cashier, DateTime now) => new()
    {
        Id = id ?? Guid.CreateVersion7(), DeviceId = till.DeviceId, Terminal = till.Terminal, LocationId = till.LocationId, Day = day, Kind = kind, LateOfId = lateOf,
        CashierKey = cashier.Key, Cashier = cashier.Name, OpenedAt = now, FloatFen = floatFen,
    };

    /// <summary>The opening of a shift that a sale has opened before: the till's word came late.</summary>
    public void TakeFloat(long floatFen, Actor cashier)
    {
        MustBe(ShiftState.Open);
        (Kind, FloatFen, CashierKey, Cashier) = (ShiftKind.Opened, floatFen, cashier.Key, cashier.Name);
        Touch();
    }

    /// <summary>The till is taken by another shift: what was sold here before is closed apart.</summary>
    public void StepAside()
    {
        Kind = ShiftKind.Supplementary;
        Touch();
    }

    /// <summary>Cash put in or taken out with a reason.</summary>
    public CashMovement MoveCash(bool isIn, long amountFen, string reason, Actor by, DateTime now)
    {
        MustBe(ShiftState.Open);
        var movement = CashMovement.Of(Id, movements.Count + 1, isIn ? amountFen : -amountFen, reason, by, now);
        movements.Add(movement);
        Touch();
        return movement;
    }

    /// <summary>The drawer was counted. The first count stands.</summary>
    public void Count(long countedFen, long expectedFen, int unsentSales, string? approvedBy)
    {
        MustBe(ShiftState.Open);
        (State, CountedFen, ExpectedFen, UnsentSales, UnsentApprovedBy) = (ShiftState.Counted, countedFen, expectedFen, unsentSales, approvedBy);
        Touch();
    }

    /// <summary>The Z report is made; nothing changes any more.</summary>
    public void Close(DateTime now)
    {
        MustBe(ShiftState.Counted);
        (State, ClosedAt) = (ShiftState.Closed, now);
        Touch();
    }

    /// <summary>Only the cashier of the shift or a manager touches its drawer.</summary>
    /// <exception cref="RuleBroken"><c>shift.not-yours</c>.</exception>
    public void MustBelongTo(Actor actor)
    {
        if (actor.Key != CashierKey && !actor.Can(ShowroomPermissions.Approve)) throw new RuleBroken("shift.not-yours", "This shift is another cashier's.", new { shiftId = Id });
    }

    private void MustBe(ShiftState state)
    {
        if (State != state) throw new RuleBroken(State == ShiftState.Closed ? "shift.closed" : "shift.counted", "The shift has been counted or closed.", new { shiftId = Id });
    }

    private void Touch() => Version = Guid.CreateVersion7();
}
