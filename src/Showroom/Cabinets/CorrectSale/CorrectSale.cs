using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Cabinets.CorrectSale;

/// <summary>Settles a disputed sale: goods that never came out or were spoilt, money to give back. The sale itself stays as it was told.</summary>
/// <param name="Quantity">Pieces the buyer does not have after all; 0: only money.</param>
/// <param name="BackInSlot">They still lie in the cabinet; else they are booked as a loss.</param>
internal sealed record CorrectSaleCommand(Guid SaleId, long Quantity, bool BackInSlot, long RefundFen, string Reason) : ICommand<SettledDispute>;

/// <summary>What was set right.</summary>
internal sealed record SettledDispute(Guid Id, Guid SaleId, long Quantity, long RefundFen, DateTime At);

internal sealed class CorrectSaleValidator : AbstractValidator<CorrectSaleCommand>
{
    public CorrectSaleValidator()
    {
        RuleFor(x => x.Quantity).InclusiveBetween(0, 999);
        RuleFor(x => x.RefundFen).InclusiveBetween(0, 10_000_000_000);
        RuleFor(x => x.RefundFen).GreaterThan(0).When(x => x.Quantity == 0).WithMessage("Nothing to set right.");
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: <= 200 }).WithMessage("Give a reason of at most 200 characters.");
    }
}

internal sealed class CorrectSaleHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CorrectSaleCommand, SettledDispute>
{
    public async Task<SettledDispute> Handle(CorrectSaleCommand request, CancellationToken cancellationToken)
    {
        var (now, actor, reason) = (clock.UtcNow(), context.Actor, PlainText.Clean(request.Reason)!);
        var sale = await db.CabinetSales.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.SaleId, cancellationToken) ?? throw new NotFound("The sale");
        // The row's own condition has the last word: two people settling the same sale never give back more than was sold.
        var settled = await db.CabinetSales.Where(x => x.Id == sale.Id && x.CorrectedQuantity + request.Quantity <= x.Quantity && x.CorrectedFen + request.RefundFen <= x.AmountFen)
            .ExecuteUpdateAsync(x => x.SetProperty(s => s.CorrectedQuantity, s => s.CorrectedQuantity + request.Quantity).SetProperty(s => s.CorrectedFen, s => s.CorrectedFen + request.RefundFen), cancellationToken);
        if (settled == 0) throw new RuleBroken("cabinet-sale.too-much", "More than was sold and not set right yet.", new { sale.Quantity, sale.AmountFen, sale.CorrectedQuantity, sale.CorrectedFen });

        var correction = CabinetCorrection.Of(sale, request.Quantity, request.BackInSlot, request.RefundFen, reason, actor.Name, now);
        db.Add(correction);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.cabinet-correction", sale.Id, after: new { correction.Id, request.Quantity, request.RefundFen, reason }));
        if (request.Quantity > 0 && sale.SkuId is { } skuId) await MoveBack(sale, correction, skuId, actor.Key, now, cancellationToken);
        return new(correction.Id, sale.Id, request.Quantity, request.RefundFen, now);
    }

    /// <summary>Goods come back as the batches they left in, those not yet brought back by an earlier correction.</summary>
    private async Task MoveBack(CabinetSale sale, CabinetCorrection correction, Guid skuId, string actorKey, DateTime now, CancellationToken cancellationToken)
    {
        var book = await StockBook.Open(db, [skuId], cancellationToken);
        var left = await db.Movements.AsNoTracking().Where(x => x.SubjectId == sale.Id && x.Cause == MovementCause.CabinetSale).OrderBy(x => x.Id).ToListAsync(cancellationToken);
        var before = await db.CabinetCorrections.Where(x => x.SaleId == sale.Id).Select(x => x.Id).ToListAsync(cancellationToken);
        var back = await db.Movements.AsNoTracking().Where(x => before.Contains(x.SubjectId) && x.Cause == MovementCause.CabinetCorrection).ToListAsync(cancellationToken);
        await SoldGoods.MoveBack(book, correction, left, back, now, actorKey);
        book.Close();
    }
}
