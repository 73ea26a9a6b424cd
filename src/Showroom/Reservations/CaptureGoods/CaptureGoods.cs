using FluentValidation;
using MediatR;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Reservations.CaptureGoods;

/// <summary>Makes a reservation firm because it is paid for; one that expired takes goods again if there are any.</summary>
internal sealed record CaptureGoodsCommand(Guid ReservationId, IReadOnlyList<StockLine> Lines) : ICommand;

internal sealed class CaptureGoodsValidator : AbstractValidator<CaptureGoodsCommand>
{
    public CaptureGoodsValidator()
    {
        RuleFor(x => x.ReservationId).NotEmpty();
        RuleFor(x => x.Lines).NotNull().Must(lines => lines is null or { Count: >= 1 and <= 200 });
        RuleForEach(x => x.Lines).Must(line => line.Quantity > 0);
    }
}

internal sealed class CaptureGoodsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<CaptureGoodsCommand, Unit>
{
    public async Task<Unit> Handle(CaptureGoodsCommand request, CancellationToken cancellationToken)
    {
        var wanted = AllocationPlan.AddUp(request.Lines);
        var (reservation, book) = await OpenReservation.Read(db, request.ReservationId, wanted.Select(x => x.SkuId), cancellationToken);
        if (reservation is { IsOpen: true } or { State: ReservationState.Issued })
        {
            reservation.Capture();
            return Unit.Value;
        }
        if (reservation is { MayTakeAgain: false })
        {
            // Cancelled or refused before: the asker gives the money back, so the goods stay on the shelf.
            reservation.RefuseCapture([.. wanted.Select(x => new StockShortage(x.SkuId, x.Quantity, book.Available(x.SkuId)))], clock.UtcNow());
            return Unit.Value;
        }

        var plan = book.Plan(wanted, reservation?.PreferredLocationId);
        await book.SetAside(plan);
        if (reservation is null) db.Add(Reservation.CapturedUnseen(request.ReservationId, plan, clock.UtcNow()));
        else reservation.TakeAgain(plan, clock.UtcNow());
        book.Close();
        return Unit.Value;
    }
}
