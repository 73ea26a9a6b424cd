using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ExpireReservations;

/// <summary>Ends one held reservation whose time is over; does nothing when it was paid or given back meanwhile.</summary>
internal sealed record ExpireReservationCommand(Guid ReservationId) : ICommand;

internal sealed class ExpireReservationHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ExpireReservationCommand, Unit>
{
    public async Task<Unit> Handle(ExpireReservationCommand request, CancellationToken cancellationToken)
    {
        var open = await OpenReservation.Read(db, request.ReservationId, [], cancellationToken);
        if (open.Reservation is not { State: ReservationState.Held } reservation || reservation.Until + ExpireReservationsJob.Grace > clock.UtcNow()) return Unit.Value;
        await open.GiveBackGoods();
        reservation.Expire(clock.UtcNow());
        open.Book.Close();
        return Unit.Value;
    }
}
