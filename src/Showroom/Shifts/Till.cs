using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;

namespace ZhongFu.Showroom.Shifts;

/// <summary>A device that sells. It chose its own id at first use; the number people see is given here.</summary>
internal sealed class Till
{
    public string DeviceId { get; private init; } = "";

    /// <summary>01, 02 …: printed in sale numbers.</summary>
    public int Terminal { get; private init; }

    /// <summary>Where it stands: its sales take goods from there.</summary>
    public Guid LocationId { get; private init; }

    /// <summary>The shift its sales go to now, or null.</summary>
    public Guid? OpenShiftId { get; private init; }

    /// <summary>How many Z reports it has made: the number of the last one.</summary>
    public int LastZ { get; private init; }

    public DateTime FirstSeenAt { get; private init; }
    public DateTime LastSeenAt { get; private init; }

    /// <summary>Takes the till's turn, so that its sales are numbered one after the other; a new device is registered at the showroom.</summary>
    public static async Task<Till> TakeTurn(ShowroomDb db, string deviceId, DateTime now, CancellationToken cancellationToken)
    {
        if (!await Touch(db, deviceId, now, cancellationToken))
        {
            var place = await db.Locations.AsNoTracking().Where(x => x.Kind == LocationKind.Showroom && x.IsOpen).OrderBy(x => x.Code).FirstOrDefaultAsync(cancellationToken)
                ?? throw new RuleBroken("till.no-showroom", "There is no open showroom for this till.");
            // The place's row lets first sales of new devices take turns; a device that was registered meanwhile is found by the second look.
            await db.Locations.Where(x => x.Id == place.Id).ExecuteUpdateAsync(x => x.SetProperty(l => l.TillCount, l => l.TillCount + 1), cancellationToken);
            if (!await Touch(db, deviceId, now, cancellationToken))
            {
                var terminal = await db.Locations.Where(x => x.Id == place.Id).Select(x => x.TillCount).FirstAsync(cancellationToken);
                var till = new Till { DeviceId = deviceId, Terminal = terminal, LocationId = place.Id, FirstSeenAt = now, LastSeenAt = now };
                db.Add(till);
                return till;
            }
        }
        return await db.Tills.AsNoTracking().FirstAsync(x => x.DeviceId == deviceId, cancellationToken);
    }

    /// <summary>The next sale number of the business day: <c>PD01-20261123-0007</c>; returns <c>TH</c> count in the same row. Call within the till's turn.</summary>
    public async Task<string> NextNumber(ShowroomDb db, DateOnly day, CancellationToken cancellationToken, string prefix = "PD")
    {
        var (deviceId, serial) = (DeviceId, 1);
        if (await db.TillDays.Where(x => x.DeviceId == deviceId && x.Day == day).ExecuteUpdateAsync(x => x.SetProperty(d => d.Last, d => d.Last + 1), cancellationToken) == 1)
            serial = await db.TillDays.Where(x => x.DeviceId == deviceId && x.Day == day).Select(x => x.Last).FirstAsync(cancellationToken);
        else
            db.Add(new TillDay { DeviceId = deviceId, Day = day, Last = serial });
        return $"{prefix}{Terminal:00}-{day:yyyyMMdd}-{serial:0000}";
    }

    /// <summary>Sales go to this shift from now on. Call within the till's turn.</summary>
    public Task Enter(ShowroomDb db, Guid? shiftId, CancellationToken cancellationToken)
    {
        var deviceId = DeviceId;
        // A till that is registered in this transaction is not in the database yet: its row carries the shift itself.
        if (db.Entry(this).State == EntityState.Added) { db.Entry(this).Property(x => x.OpenShiftId).CurrentValue = shiftId; return Task.CompletedTask; }
        return db.Tills.Where(x => x.DeviceId == deviceId).ExecuteUpdateAsync(x => x.SetProperty(t => t.OpenShiftId, shiftId), cancellationToken);
    }

    /// <summary>The next number of a Z report, without gaps: <c>Z01-00042</c>. Call within the till's turn.</summary>
    public async Task<string> NextZ(ShowroomDb db, CancellationToken cancellationToken)
    {
        var deviceId = DeviceId;
        await db.Tills.Where(x => x.DeviceId == deviceId).ExecuteUpdateAsync(x => x.SetProperty(t => t.LastZ, t => t.LastZ + 1), cancellationToken);
        return $"Z{Terminal:00}-{await db.Tills.Where(x => x.DeviceId == deviceId).Select(x => x.LastZ).FirstAsync(cancellationToken):00000}";
    }

    private static async Task<bool> Touch(ShowroomDb db, string deviceId, DateTime now, CancellationToken cancellationToken) =>
        await db.Tills.Where(x => x.DeviceId == deviceId).ExecuteUpdateAsync(x => x.SetProperty(t => t.LastSeenAt, now), cancellationToken) == 1;
}

/// <summary>How many sales a till has made on a business day.</summary>
internal sealed class TillDay
{
    public string DeviceId { get; init; } = "";
    public DateOnly Day { get; init; }
    public int Last { get; init; }
}
