using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Showroom.Reservations;

/// <summary>Goods set aside for one order, known by the id its asker chose. The aggregate answers every request of
/// <c>Showroom.Contracts/Reservations.cs</c> with its fact, also when the request is a repeat; the balances are changed beside it by the stock book.</summary>
internal sealed class Reservation : Aggregate
{
    /// <summary>Reason of a release after which late money may take the goods again (product.md, "Ordering": money that comes late).</summary>
    public const string ExpiredReason = "expired";

    private readonly List<Allocation> allocations = [];

    private Reservation()
    {
    }

    public ReservationState State { get; private set; }
    public Guid? PreferredLocationId { get; private init; }

    /// <summary>UTC; a held reservation may expire after this.</summary>
    public DateTime Until { get; private init; }

    /// <summary>When it was asked for, UTC; the youngest gives way first to the counter.</summary>
    public DateTime At { get; private init; }

    /// <summary>When it was issued, given back or refused.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? Reason { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<Allocation> Allocations => allocations;

    public bool IsOpen => State is ReservationState.Held or ReservationState.Captured;

    /// <summary>Whether a capture may take goods anew: only what ended because nobody paid in time.</summary>
    public bool MayTakeAgain => State == ReservationState.Expired || (State == ReservationState.Released && Reason == ExpiredReason);

    /// <summary>All lines are set aside.</summary>
    public static Reservation Hold(Guid id, IEnumerable<AllottedGoods> goods, Guid? preferred, DateTime until, DateTime now)
    {
        var reservation = new Reservation { Id = id, State = ReservationState.Held, PreferredLocationId = preferred, Until = until, At = now };
        reservation.Allot(goods);
        reservation.Raise(new StockReserved(id, until));
        return reservation;
    }

    /// <summary>Something is missing; the refusal is kept so that a repeat gets the same answer.</summary>
    public static Reservation Refuse(Guid id, IReadOnlyList<StockShortage> shortages, Guid? preferred, DateTime until, DateTime now)
    {
        var reservation = Ended(id, ReservationState.Refused, null, until, now, preferred);
        reservation.Raise(new StockRefused(id, shortages));
        return reservation;
    }

    /// <summary>A release that came before its reservation: a late <see cref="ReserveStock"/> will be refused.</summary>
    public static Reservation ReleasedUnseen(Guid id, string reason, DateTime now)
    {
        var reservation = Ended(id, ReservationState.Released, reason, now, now, null);
        reservation.Raise(new StockReleased(id, reason));
        return reservation;
    }

    /// <summary>A capture of an id that was never asked for: what is paid for is set aside now, or refused.</summary>
    public static Reservation CapturedUnseen(Guid id, AllocationPlan plan, DateTime now)
    {
        var reservation = Ended(id, ReservationState.Expired, null, now, now, null);
        reservation.TakeAgain(plan, now);
        return reservation;
    }

    /// <summary>The answer to a second request to reserve under this id.</summary>
    public void AnswerAgain(IReadOnlyList<StockLine> wanted, Func<Guid, long> available)
    {
        if (IsOpen || State == ReservationState.Issued) Raise(new StockReserved(Id, Until));
        else Raise(new StockRefused(Id, [.. wanted.Select(x => new StockShortage(x.SkuId, x.Quantity, available(x.SkuId)))]));
    }

    /// <summary>Paid for: the goods expire no more.</summary>
    public void Capture()
    {
        if (!IsOpen && State != ReservationState.Issued) throw new RuleBroken("reservation.not-held", $"A reservation that is {State} has nothing to capture.");
        if (State == ReservationState.Held) Change(ReservationState.Captured);
        Raise(new StockCaptured(Id));
    }

    /// <summary>Late money: the goods are set aside again if there are any, else this is final.</summary>
    public void TakeAgain(AllocationPlan plan, DateTime now)
    {
        if (!MayTakeAgain) throw new RuleBroken("reservation.not-expired", $"A reservation that is {State} cannot take goods again.");
        if (plan.Shortages.Count > 0)
        {
            RefuseCapture(plan.Shortages, now);
            return;
        }
        // Rows are used again: the same place may serve the same SKU, and its row still exists.
        foreach (var old in allocations) old.Quantity = 0;
        Allot(plan.Goods);
        allocations.RemoveAll(x => x.Quantity == 0);
        (EndedAt, Reason) = (null, null);
        Change(ReservationState.Captured);
        Raise(new StockCaptured(Id));
    }

    /// <summary>The goods are gone; the asker gives the money back, so no later capture may succeed.</summary>
    public void RefuseCapture(IReadOnlyList<StockShortage> shortages, DateTime now)
    {
        if (State != ReservationState.Refused) End(ReservationState.Refused, "capture-refused", now);
        Raise(new StockCaptureRefused(Id, shortages));
    }

    /// <summary>Given back; true when there were goods to give. A stronger reason replaces <c>expired</c>, never the other way round.</summary>
    public bool Release(string reason, DateTime now)
    {
        if (State == ReservationState.Issued) return false; // the goods have left; what comes back is a return
        var hadGoods = IsOpen;
        if (State != ReservationState.Released || Reason == ExpiredReason) End(ReservationState.Released, reason, now);
        Raise(new StockReleased(Id, reason));
        return hadGoods;
    }

    /// <summary>Nobody paid in time.</summary>
    public void Expire(DateTime now)
    {
        if (State != ReservationState.Held) throw new RuleBroken("reservation.not-held", $"A reservation that is {State} does not expire.");
        End(ReservationState.Expired, ExpiredReason, now);
        Raise(new StockReleased(Id, ExpiredReason));
    }

    /// <summary>The goods left the place. A held one counts too: what has left has left, even when the capture is still on its way.</summary>
    public void Issue(DateTime now)
    {
        if (State == ReservationState.Issued) { Raise(new StockIssued(Id, EndedAt ?? now)); return; }
        if (!IsOpen) throw new RuleBroken("reservation.not-captured", $"A reservation that is {State} has nothing to issue.");
        End(ReservationState.Issued, null, now);
        Raise(new StockIssued(Id, now));
    }

    /// <summary>Goods of one SKU stand at another place from now on.</summary>
    public void MoveGoods(Guid skuId, Guid fromId, Guid toId, long quantity)
    {
        Shrink(skuId, fromId, quantity);
        Allot([new AllottedGoods(skuId, toId, quantity)]);
    }

    /// <summary>Goods that were set aside are sold over the counter or may not be sold any more, and no other place has them.</summary>
    public void LoseGoods(Guid skuId, Guid locationId, long quantity, string cause, DateTime now)
    {
        var before = allocations.Where(x => x.SkuId == skuId).Sum(x => x.Quantity);
        Shrink(skuId, locationId, quantity);
        Raise(new StockShorted(Id, new StockShortage(skuId, before, before - quantity), cause, now));
    }

    private void Shrink(Guid skuId, Guid locationId, long quantity)
    {
        var allocation = allocations.Single(x => x.SkuId == skuId && x.LocationId == locationId);
        if (!IsOpen || allocation.Quantity < quantity) throw new RuleBroken("reservation.too-small", "So much is not set aside there.");
        allocation.Quantity -= quantity;
        if (allocation.Quantity == 0) allocations.Remove(allocation);
        Version = Guid.CreateVersion7();
    }

    private void Allot(IEnumerable<AllottedGoods> goods)
    {
        foreach (var part in goods)
        {
            if (allocations.FirstOrDefault(x => x.SkuId == part.SkuId && x.LocationId == part.LocationId) is { } known) (known.Quantity, known.IsOpen) = (known.Quantity + part.Quantity, true);
            else allocations.Add(Allocation.Of(Id, part));
        }
    }

    private void End(ReservationState state, string? reason, DateTime now)
    {
        foreach (var allocation in allocations) allocation.IsOpen = false;
        (EndedAt, Reason) = (now, reason);
        Change(state);
    }

    private void Change(ReservationState state) => (State, Version) = (state, Guid.CreateVersion7());

    private static Reservation Ended(Guid id, ReservationState state, string? reason, DateTime until, DateTime now, Guid? preferred) =>
        new() { Id = id, State = state, Reason = reason, Until = until, At = now, EndedAt = now, PreferredLocationId = preferred };
}
