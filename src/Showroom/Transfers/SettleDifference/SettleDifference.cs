using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Losses;

namespace ZhongFu.Showroom.Transfers.SettleDifference;

/// <summary>A second person says what became of pieces that were missing or too many; the goods move accordingly.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Line">Its line.</param>
/// <param name="Batch">Batch on the sheet; empty for goods without one.</param>
/// <param name="Outcome"><c>Found</c>, <c>Lost</c> or <c>Returned</c> for missing pieces, <c>SentMore</c> or <c>Surplus</c> for pieces too many.</param>
/// <param name="Quantity">Pieces; the rest of the difference stays open.</param>
/// <param name="Note">What was found out.</param>
internal sealed record SettleDifferenceCommand(Guid TransferId, int Line, string? Batch, string Outcome, long Quantity, string Note) : ICommand<SettledDifference>;

/// <param name="OpenPieces">Pieces of the transfer that still wait.</param>
internal sealed record SettledDifference(Guid TransferId, long OpenPieces);

internal sealed class SettleDifferenceValidator : AbstractValidator<SettleDifferenceCommand>
{
    public SettleDifferenceValidator()
    {
        RuleFor(x => x.Outcome).Must(x => Enum.GetNames<DifferenceOutcome>().Contains(x)).WithMessage("Not an outcome.");
        RuleFor(x => x.Quantity).InclusiveBetween(1, 1_000_000);
        RuleFor(x => x.Note).Must(note => PlainText.Clean(note) is { Length: <= 200 }).WithMessage("Say in at most 200 characters what was found out.");
    }
}

internal sealed class SettleDifferenceHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<SettleDifferenceCommand, SettledDifference>
{
    public async Task<SettledDifference> Handle(SettleDifferenceCommand request, CancellationToken cancellationToken)
    {
        var order = await db.Transfers.Include(x => x.Goods).Include(x => x.Settlements).FirstOrDefaultAsync(x => x.Id == request.TransferId, cancellationToken) ?? throw new NotFound("The transfer");
        var (actor, now) = (context.Actor, clock.UtcNow());
        var settled = order.Settle(request.Line, request.Batch ?? Batch.None, Enum.Parse<DifferenceOutcome>(request.Outcome), request.Quantity, PlainText.Clean(request.Note)!, actor, now);
        db.Add(settled);
        var book = await StockBook.Open(db, [settled.SkuId], cancellationToken);
        var (from, to) = settled.Outcome switch
        {
            DifferenceOutcome.Found => (book.Places.Transit, order.ToId),
            DifferenceOutcome.Lost => (book.Places.Transit, book.Places.Loss),
            DifferenceOutcome.Returned => (book.Places.Transit, order.FromId),
            DifferenceOutcome.SentMore => (order.FromId, order.ToId),
            _ => (book.Places.Adjustment, order.ToId),
        };
        if (settled.Outcome == DifferenceOutcome.Lost)
        {
            // Who settles is the second person already: the loss needs no further signature.
            var loss = await LossBook.LostOnTheRoad(db, from, settled.SkuId, settled.Batch, settled.Quantity, order.Number, settled.Note, actor, cancellationToken);
            await book.Post(StockMovement.WriteOff(loss.Id, "out:1", settled.SkuId, settled.Batch, from, to, settled.Quantity, now, actor.Key));
        }
        else await book.Post(StockMovement.Settlement(order.Id, $"settled:{settled.Number}", settled.SkuId, settled.Batch, from, to, settled.Quantity, now, actor.Key));
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.transfer.settle", order.Id, after: request));
        return new(order.Id, order.Goods.Sum(x => x.Open));
    }
}
