using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.HearDevice;

/// <summary>A device called, whatever for and whatever became of it: it is not silent.</summary>
internal sealed record HearDeviceCommand(Guid CabinetId) : ICommand
{
    /// <summary>Silence is counted in minutes: a call within one of the last changes nothing.</summary>
    public static bool IsNews(Cabinet cabinet, DateTime now) => cabinet.SilentSince is not null || !(cabinet.LastHeardAt > now - TimeSpan.FromMinutes(1));
}

internal sealed class HearDeviceHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<HearDeviceCommand, Unit>
{
    public async Task<Unit> Handle(HearDeviceCommand request, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await db.Cabinets.Where(x => x.Id == request.CabinetId).ExecuteUpdateAsync(x => x.SetProperty(c => c.LastHeardAt, now), cancellationToken);
        // Only now, when the watch cannot see it silent any more.
        if (await db.Cabinets.AnyAsync(x => x.Id == request.CabinetId && x.SilentSince != null, cancellationToken)) await db.EndSilence(request.CabinetId, now, cancellationToken);
        return Unit.Value;
    }
}
