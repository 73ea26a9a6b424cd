using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Transfers.ReceiveTransfer;

/// <summary>The goods were counted on arrival. What was counted goes onto the shelf; what is missing stays on the road until a second person settles it.</summary>
internal sealed record ReceiveTransferCommand(Guid TransferId, IReadOnlyList<CountedLine> Lines) : ICommand<CountedTransfer>;

/// <param name="Line">The transfer's line.</param>
/// <param name="Batch">Batch on the sheet; empty for goods without one.</param>
/// <param name="Counted">Good pieces that are there.</param>
/// <param name="Cause">Needed when it differs: <c>Missing</c>, <c>Damaged</c>, <c>WrongGoods</c>, <c>TooMany</c>.</param>
internal sealed record CountedLine(int Line, string? Batch, long Counted, string? Cause = null);

/// <param name="Id">The transfer.</param>
/// <param name="Number">Its number.</param>
/// <param name="OpenPieces">Pieces, too few and too many, that wait for a second person.</param>
internal sealed record CountedTransfer(Guid Id, string Number, long OpenPieces);

internal sealed class ReceiveTransferValidator : AbstractValidator<ReceiveTransferCommand>
{
    public ReceiveTransferValidator()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 2000 }).WithMessage("Too many lines.")
            .Must(lines => lines is null || lines.Where(x => x is not null).Select(x => (x.Line, x.Batch ?? "")).Distinct().Count() == lines.Count).WithMessage("Each line and batch once.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Counted).InclusiveBetween(0, 1_000_000);
            line.RuleFor(x => x.Cause).Must(x => x is null || Enum.GetNames<DifferenceCause>().Contains(x)).WithMessage("Not a cause.");
        });
    }
}

internal sealed class ReceiveTransferHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReceiveTransferCommand, CountedTransfer>
{
    public async Task<CountedTransfer> Handle(ReceiveTransferCommand request, CancellationToken cancellationToken)
    {
        var order = await db.Transfers.Include(x => x.Goods).FirstOrDefaultAsync(x => x.Id == request.TransferId, cancellationToken) ?? throw new NotFound("The transfer");
        var (actor, now) = (context.Actor, clock.UtcNow());
        var book = await StockBook.Open(db, order.Goods.Select(x => x.SkuId), cancellationToken);
        order.Receive(request.Lines.ToDictionary(x => (x.Line, x.Batch ?? Batch.None), x => (x.Counted, x.Cause is null ? (DifferenceCause?)null : Enum.Parse<DifferenceCause>(x.Cause))), actor, now);
        foreach (var part in order.Goods.Where(x => x.Accepted > 0).OrderBy(x => x.Line).ThenBy(x => x.Batch, StringComparer.Ordinal))
            await book.Post(StockMovement.Transfer(order.Id, $"in:{part.Line}:{part.Batch}", part.SkuId, part.Batch, book.Places.Transit, order.ToId, part.Accepted, now, actor.Key));
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.transfer.receive", order.Id, after: request.Lines));
        return new(order.Id, order.Number, order.Goods.Sum(x => x.Open));
    }
}
