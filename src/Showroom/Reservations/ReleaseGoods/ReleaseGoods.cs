using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.ReleaseGoods;

/// <summary>Gives goods back to the shelf; without a reservation it leaves a mark that refuses a late one.</summary>
internal sealed record ReleaseGoodsCommand(Guid ReservationId, string Reason) : ICommand;

internal sealed class ReleaseGoodsValidator : AbstractValidator<ReleaseGoodsCommand>
{
    public ReleaseGoodsValidator()
    {
        RuleFor(x => x.ReservationId).NotEmpty();
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(40);
    }
}

internal sealed class ReleaseGoodsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ReleaseGoodsCommand, Unit>
{
    public async Task<Unit> Handle(ReleaseGoodsCommand request, CancellationToken cancellationToken)
    {
        var open = await OpenReservation.Read(db, request.ReservationId, [], cancellationToken);
        if (open.Reservation is not { } reservation)
        {
            db.Add(Reservation.ReleasedUnseen(request.ReservationId, request.Reason, clock.UtcNow()));
            return Unit.Value;
        }
        await open.GiveBackGoods();
        reservation.Release(request.Reason, clock.UtcNow());
        open.Book.Close();
        return Unit.Value;
    }
}
