using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Contracts;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Reservations.ReserveGoods;

/// <summary>Sets all lines aside or none.</summary>
internal sealed record ReserveGoodsCommand(Guid ReservationId, IReadOnlyList<StockLine> Lines, Guid? PreferredLocationId, DateTime Until) : ICommand;

internal sealed class ReserveGoodsValidator : AbstractValidator<ReserveGoodsCommand>
{
    public ReserveGoodsValidator()
    {
        RuleFor(x => x.ReservationId).NotEmpty();
        RuleFor(x => x.Lines).NotNull().Must(lines => lines is null or { Count: >= 1 and <= 200 });
        RuleForEach(x => x.Lines).Must(line => line.Quantity > 0);
    }
}

internal sealed class ReserveGoodsHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ReserveGoodsCommand, Unit>
{
    public async Task<Unit> Handle(ReserveGoodsCommand request, CancellationToken cancellationToken)
    {
        var wanted = AllocationPlan.AddUp(request.Lines);
        var known = await db.Reservations.FirstOrDefaultAsync(x => x.Id == request.ReservationId, cancellationToken);
        var book = await StockBook.Open(db, wanted.Select(x => x.SkuId), cancellationToken);
        if (known is not null)
        {
            known.AnswerAgain(wanted, book.Available);
            return Unit.Value;
        }

        var (id, preferred, until, now) = (request.ReservationId, request.PreferredLocationId, request.Until, clock.UtcNow());
        var plan = book.Plan(wanted, preferred);
        await book.SetAside(plan);
        db.Add(plan.Shortages.Count == 0 ? Reservation.Hold(id, plan.Goods, preferred, until, now) : Reservation.Refuse(id, plan.Shortages, preferred, until, now));
        book.Close();
        return Unit.Value;
    }
}
