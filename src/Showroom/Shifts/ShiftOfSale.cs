using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts;

/// <summary>The shift a sale or return goes to, and what was odd about it.</summary>
/// <param name="IsLate">Its own shift was closed; it goes to the supplementary one.</param>
/// <param name="IsForeign">The till named another till's shift.</param>
internal sealed record ShiftOfSale(Guid ShiftId, bool IsLate, bool IsForeign)
{
    /// <summary>Finds it, or opens one: a sale has happened and always has a shift. Call within the till's turn.</summary>
    public static async Task<ShiftOfSale> Find(ShowroomDb db, Till till, Guid? wanted, DateOnly day, Actor cashier, DateTime now, CancellationToken cancellationToken)
    {
        var id = wanted == Guid.Empty ? null : wanted;
        var named = id is null ? null : await db.Shifts.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (named is not null && named.DeviceId == till.DeviceId)
            return named.State == ShiftState.Open ? new(named.Id, false, false) : new(await Supplementary(db, till, named.Id, day, cashier, now, cancellationToken), true, false);

        var foreign = named is not null;
        if (id is null || foreign)
            if (till.OpenShiftId is { } open) return new(open, false, foreign);

        // The till's opening has not arrived yet, or nobody opened one.
        var shift = Shift.Open(foreign ? null : id, till, ShiftKind.BySale, null, 0, day, cashier, now);
        db.Add(shift);
        if (till.OpenShiftId is null) await till.Enter(db, shift.Id, cancellationToken);
        return new(shift.Id, false, foreign);
    }

    private static async Task<Guid> Supplementary(ShowroomDb db, Till till, Guid lateOf, DateOnly day, Actor cashier, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.Shifts.AsNoTracking().Where(x => x.LateOfId == lateOf && x.State == ShiftState.Open).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
        if (open is { } found) return found;
        var shift = Shift.Open(null, till, ShiftKind.Supplementary, lateOf, 0, day, cashier, now);
        db.Add(shift);
        return shift.Id;
    }
}
