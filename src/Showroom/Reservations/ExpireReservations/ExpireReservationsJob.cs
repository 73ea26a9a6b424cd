using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ExpireReservations;

/// <summary>Puts goods that nobody paid for back on sale. The asker usually releases by itself; this is for when it does not.</summary>
internal sealed class ExpireReservationsJob(ShowroomDb db, IMediator mediator, TimeProvider clock, ILogger<ExpireReservationsJob> log) : IRecurringJob
{
    /// <summary>Room for a payment or a release that is on its way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task Run(CancellationToken cancellationToken)
    {
        var due = clock.UtcNow() - Grace;
        var ids = await db.Reservations.Where(x => x.State == ReservationState.Held && x.Until < due).OrderBy(x => x.Until).Select(x => x.Id).Take(200).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            try
            {
                await mediator.Send(new ExpireReservationCommand(id), cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogWarning(problem, "Reservation {Id} could not be expired; the next run tries again", id);
            }
            db.ChangeTracker.Clear();
        }
    }
}
