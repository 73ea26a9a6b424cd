using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Approvals;

/// <summary>What a second person signed by code.</summary>
internal enum Deed
{
    /// <summary>A discount above the cashier's limit.</summary>
    Discount,

    /// <summary>A return without receipt, or above the cashier's limit.</summary>
    Return,

    /// <summary>Calling off a whole sale.</summary>
    Void,

    /// <summary>Closing a shift while the till still holds sales.</summary>
    CloseUnsent,

    /// <summary>Taking over the drawer from the one before. The only deed that needs no manager, but another person.</summary>
    TakeOver,
}

/// <summary>One deed signed by one person, good for one use. Made by code at the till; the sale or return then names it, so that no code ever lies in a till's queue.</summary>
internal sealed class Approval
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Deed Deed { get; private init; }
    public string DeviceId { get; private init; } = "";
    public string ByKey { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>What it was used for, or null.</summary>
    public Guid? UsedFor { get; private init; }

    public static Approval Of(Deed deed, string deviceId, StaffPin pin, DateTime now) =>
        new() { Deed = deed, DeviceId = deviceId, ByKey = pin.ActorKey, By = pin.Name, At = now };

    /// <summary>Uses an approval up; null when there is none of this kind for this till, or it was used. The condition is the database's: one use, whoever asks at once.</summary>
    public static async Task<Approval?> Use(ShowroomDb db, Guid? id, Deed deed, string deviceId, Guid subject, CancellationToken cancellationToken)
    {
        if (id is null) return null;
        var used = await db.Approvals.Where(x => x.Id == id && x.Deed == deed && x.DeviceId == deviceId && x.UsedFor == null)
            .ExecuteUpdateAsync(x => x.SetProperty(a => a.UsedFor, subject), cancellationToken) == 1;
        return used ? await db.Approvals.AsNoTracking().FirstAsync(x => x.Id == id, cancellationToken) : null;
    }
}
