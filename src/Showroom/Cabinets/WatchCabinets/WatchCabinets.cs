using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.WatchCabinets;

/// <summary>Looks for cabinets that fell silent or run warm.</summary>
internal sealed record WatchCabinetsCommand : ICommand<RaisedAlerts>;

internal sealed record RaisedAlerts(int Silent, int Temperature);

internal sealed class WatchCabinetsJob(IMediator mediator) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task Run(CancellationToken cancellationToken) => mediator.Send(new WatchCabinetsCommand(), cancellationToken);
}

internal sealed class WatchCabinetsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<WatchCabinetsCommand, RaisedAlerts>
{
    /// <summary>product.md, "Showroom": silent for 30 minutes raises an alert.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>How long readings and doors are kept; sales stay.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public async Task<RaisedAlerts> Handle(WatchCabinetsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var old = now - Memory;
        await db.CabinetSignals.Where(x => x.RecordedAt < old).ExecuteDeleteAsync(cancellationToken);
        return new(await Silences(now, cancellationToken), await Temperatures(now, cancellationToken));
    }

    private async Task<int> Silences(DateTime now, CancellationToken cancellationToken)
    {
        var (limit, raised) = (now - Patience, 0);
        var silent = await db.Cabinets.AsNoTracking().Where(x => x.WatchedSince != null && x.SilentSince == null && (x.LastHeardAt ?? x.WatchedSince) <= limit && x.WatchedSince <= limit).ToListAsync(cancellationToken);
        foreach (var cabinet in silent.OrderBy(x => x.Id))
        {
            // The condition again: it may have spoken since it was read.
            if (await db.Cabinets.Where(x => x.Id == cabinet.Id && x.SilentSince == null && (x.LastHeardAt ?? x.WatchedSince) <= limit).ExecuteUpdateAsync(x => x.SetProperty(c => c.SilentSince, now), cancellationToken) == 0) continue;
            db.Add(CabinetTask.Of(cabinet.Id, CabinetTask.Silent, now, actual: (long)(now - (cabinet.LastHeardAt ?? cabinet.WatchedSince!.Value)).TotalSeconds));
            raised++;
        }
        return raised;
    }

    private async Task<int> Temperatures(DateTime now, CancellationToken cancellationToken)
    {
        var raised = 0;
        // A reading from before it was watched says nothing of now.
        var unseen = db.Cabinets.Where(x => x.WarmSince == null && x.TemperatureAt >= x.WatchedSince && (x.Tenths < x.MinTenths || x.Tenths > x.MaxTenths));
        var wrong = await unseen.AsNoTracking().ToListAsync(cancellationToken);
        foreach (var cabinet in wrong.OrderBy(x => x.Id))
        {
            if (await unseen.Where(x => x.Id == cabinet.Id).ExecuteUpdateAsync(x => x.SetProperty(c => c.WarmSince, now), cancellationToken) == 0) continue;
            db.Add(CabinetTask.Of(cabinet.Id, CabinetTask.Temperature, now, cabinet.Tenths > cabinet.MaxTenths ? cabinet.MaxTenths : cabinet.MinTenths, cabinet.Tenths!.Value));
            raised++;
        }
        return raised;
    }
}
