using Microsoft.EntityFrameworkCore;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.ReceiveBatch;

/// <summary>Writes down readings, doors and faults of a batch; the cabinet's state follows the newest by time, whatever order batches come in.</summary>
internal sealed class SignalsOfBatch(ShowroomDb db, Cabinet cabinet, CabinetReport report, TaskNotes notes, DeviceTimes times)
{
    private readonly DateTime now = db.Clock.GetUtcNow().UtcDateTime;

    /// <returns>How many were written.</returns>
    public async Task<int> Write(CancellationToken cancellationToken)
    {
        var signals = new List<CabinetSignal>();
        foreach (var x in report.Temperatures ?? []) signals.Add(Of(SignalKind.Temperature, x.At, tenths: x.Tenths));
        foreach (var x in report.Doors ?? []) signals.Add(Of(x.Open ? SignalKind.DoorOpened : SignalKind.DoorClosed, x.At));
        foreach (var x in report.Faults ?? []) signals.Add(Of(x.Cleared ? SignalKind.FaultCleared : SignalKind.Fault, x.At, code: x.Code));
        db.AddRange(signals);

        if (Newest(signals, SignalKind.Temperature, SignalKind.Temperature) is { } reading) await Measure(reading, cancellationToken);
        if (Newest(signals, SignalKind.DoorOpened, SignalKind.DoorClosed) is { } door)
            await db.Cabinets.Where(x => x.Id == cabinet.Id && (x.DoorAt == null || x.DoorAt <= door.At))
                .ExecuteUpdateAsync(x => x.SetProperty(c => c.DoorAt, door.At).SetProperty(c => c.IsDoorOpen, door.Kind == SignalKind.DoorOpened), cancellationToken);
        foreach (var fault in signals.Where(x => x.Kind == SignalKind.Fault)) await notes.NoteOnceADay(CabinetTask.Fault, cancellationToken, detail: fault.Code);
        if (Newest(signals, SignalKind.Fault, SignalKind.FaultCleared) is { } last)
            await db.Cabinets.Where(x => x.Id == cabinet.Id && (x.FaultAt == null || x.FaultAt <= last.At))
                .ExecuteUpdateAsync(x => x.SetProperty(c => c.FaultAt, last.At).SetProperty(c => c.FaultCode, last.Kind == SignalKind.Fault ? last.Code : null), cancellationToken);
        return signals.Count;
    }

    private async Task Measure(CabinetSignal reading, CancellationToken cancellationToken)
    {
        var newer = await db.Cabinets.Where(x => x.Id == cabinet.Id && (x.TemperatureAt == null || x.TemperatureAt <= reading.At))
            .ExecuteUpdateAsync(x => x.SetProperty(c => c.TemperatureAt, reading.At).SetProperty(c => c.Tenths, reading.Tenths), cancellationToken) == 1;
        if (!newer || cabinet.WarmSince is null || reading.Tenths < cabinet.MinTenths || reading.Tenths > cabinet.MaxTenths) return;
        await db.Cabinets.Where(x => x.Id == cabinet.Id).ExecuteUpdateAsync(x => x.SetProperty(c => c.WarmSince, (DateTime?)null), cancellationToken);
        await db.SettleByItself(cabinet.Id, CabinetTask.Temperature, now, cancellationToken);
    }

    private static CabinetSignal? Newest(List<CabinetSignal> signals, SignalKind one, SignalKind other) => signals.Where(x => x.Kind == one || x.Kind == other).OrderBy(x => x.At).LastOrDefault();

    private CabinetSignal Of(SignalKind kind, DateTime told, int? tenths = null, string? code = null) =>
        CabinetSignal.Of(cabinet.Id, report.Number, kind, times.Put(Utc.Of(told)), now, tenths, code);
}
