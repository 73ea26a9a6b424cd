using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations.ReserveGoods;

/// <summary>Serves requests in the order they came in, each whole or not at all.</summary>
internal sealed record ReserveGoodsCommand(IReadOnlyList<WantedGoods> Requests) : ICommand;

/// <summary>Goods to set aside until a time, UTC: all lines or none.</summary>
internal sealed record WantedGoods(Guid ReservationId, IReadOnlyList<StockLine> Lines, Guid? PreferredLocationId, DateTime Until);

internal sealed class ReserveGoodsValidator : AbstractValidator<ReserveGoodsCommand>
{
    public ReserveGoodsValidator() => RuleForEach(x => x.Requests).ChildRules(wanted =>
    {
        wanted.RuleFor(x => x.ReservationId).NotEmpty();
        wanted.RuleFor(x => x.Lines).NotNull().Must(lines => lines is null or { Count: >= 1 and <= 200 });
        wanted.RuleForEach(x => x.Lines).Must(line => line.Quantity > 0);
    });
}

internal sealed class ReserveGoodsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ReserveGoodsCommand, Unit>
{
    public async Task<Unit> Handle(ReserveGoodsCommand command, CancellationToken cancellationToken)
    {
        var ids = command.Requests.Select(x => x.ReservationId).ToList();
        var known = await db.Reservations.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellationToken);
        var book = await StockBook.Open(db, command.Requests.SelectMany(x => x.Lines).Select(x => x.SkuId), cancellationToken);
        foreach (var request in command.Requests)
        {
            var wanted = AllocationPlan.AddUp(request.Lines);
            if (known.TryGetValue(request.ReservationId, out var before)) before.AnswerAgain(wanted, book.Available);
            else known[request.ReservationId] = await Serve(book, request, wanted);
        }
        book.Close();
        return Unit.Value;
    }

    private async Task<Reservation> Serve(StockBook book, WantedGoods request, IReadOnlyList<StockLine> wanted)
    {
        var (id, preferred, until, now) = (request.ReservationId, request.PreferredLocationId, request.Until, clock.UtcNow());
        var plan = book.Plan(wanted, preferred);
        await book.SetAside(plan);
        var reservation = plan.Shortages.Count == 0 ? Reservation.Hold(id, plan.Goods, preferred, until, now) : Reservation.Refuse(id, plan.Shortages, preferred, until, now);
        db.Add(reservation);
        return reservation;
    }
}
