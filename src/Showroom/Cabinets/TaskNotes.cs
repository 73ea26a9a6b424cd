using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets;

/// <summary>Gathers what a cabinet's batch gives the manager to look into.</summary>
internal sealed class TaskNotes(ShowroomDb db, Guid cabinetId, DateTime now)
{
    private readonly HashSet<(string Kind, Guid? SkuId, string? Detail)> today = [];

    public int Count { get; private set; }

    public void Note(string kind, long expected = 0, long actual = 0, Guid? skuId = null, Guid? saleId = null, string? detail = null)
    {
        db.Add(CabinetTask.Of(cabinetId, kind, now, expected, actual, skuId, saleId, detail));
        Count++;
    }

    /// <summary>What would be said again with every batch of a day is said once a day for these goods or this fault; pieces are added to the task while it is open.
    /// Only while the cabinet's turn is held.</summary>
    public async Task NoteOnceADay(string kind, CancellationToken cancellationToken, long expected = 0, long actual = 0, Guid? skuId = null, Guid? saleId = null, string? detail = null)
    {
        if (!today.Add((kind, skuId, detail))) return;
        var since = BusinessTime.StartOf(BusinessTime.DayOf(now));
        var said = db.CabinetTasks.Where(x => x.CabinetId == cabinetId && x.Kind == kind && x.SkuId == skuId && x.Detail == detail && x.At >= since);
        if (!await said.AnyAsync(cancellationToken)) Note(kind, expected, actual, skuId, saleId, detail);
        else await said.Where(x => x.ResolvedAt == null).ExecuteUpdateAsync(x => x.SetProperty(t => t.Actual, t => t.Actual + actual), cancellationToken);
    }
}
