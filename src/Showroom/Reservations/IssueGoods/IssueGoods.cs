using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations.IssueGoods;

/// <summary>Hands the goods of a reservation out: they leave their places for the customer.</summary>
internal sealed record IssueGoodsCommand(Guid ReservationId) : ICommand;

internal sealed class IssueGoodsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<IssueGoodsCommand, Unit>
{
    public async Task<Unit> Handle(IssueGoodsCommand request, CancellationToken cancellationToken)
    {
        var open = await OpenReservation.Read(db, request.ReservationId, [], cancellationToken);
        // Nothing known under this id is no "no" of the business but a message out of turn: it comes again, and is parked if that does not help.
        var reservation = open.Reservation ?? throw new InvalidOperationException($"Reservation {request.ReservationId} is not known; nothing can be issued.");

        var (now, goods) = (clock.UtcNow(), reservation.Allocations.Where(x => x.IsOpen).ToList());
        await open.GiveBackGoods();
        foreach (var part in goods)
            await open.Book.Post(StockMovement.Issue(reservation.Id, part.SkuId, part.LocationId, open.Book.Places.Customer, part.Quantity, now));
        reservation.Issue(now);
        foreach (var sold in goods.GroupBy(x => x.SkuId)) db.Send(new CountSold(sold.Key, sold.Sum(x => x.Quantity)));
        open.Book.Close();
        return Unit.Value;
    }
}
