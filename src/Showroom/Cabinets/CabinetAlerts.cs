using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets;

internal static class CabinetAlerts
{
    /// <summary>What the platform notes and settles itself.</summary>
    public const string System = "system";

    /// <summary>A cabinet that fell silent was heard.</summary>
    public static async Task EndSilence(this ShowroomDb db, Guid cabinetId, DateTime now, CancellationToken cancellationToken)
    {
        await db.Cabinets.Where(x => x.Id == cabinetId).ExecuteUpdateAsync(x => x.SetProperty(c => c.SilentSince, (DateTime?)null), cancellationToken);
        await db.SettleByItself(cabinetId, CabinetTask.Silent, now, cancellationToken);
    }

    /// <summary>The reason for a cabinet's alert is gone: its open tasks are settled.</summary>
    public static Task SettleByItself(this ShowroomDb db, Guid cabinetId, string kind, DateTime now, CancellationToken cancellationToken) =>
        db.CabinetTasks.Where(x => x.CabinetId == cabinetId && x.Kind == kind && x.ResolvedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.ResolvedAt, now).SetProperty(t => t.ResolvedBy, System), cancellationToken);
}
