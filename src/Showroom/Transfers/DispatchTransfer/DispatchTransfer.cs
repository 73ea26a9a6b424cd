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

namespace ZhongFu.Showroom.Transfers.DispatchTransfer;

/// <summary>The goods leave: from the shelf onto the road, by batch, first expired first.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Lines">What is really sent; a line that is not named goes as it was asked for, one with 0 stays.</param>
internal sealed record DispatchTransferCommand(Guid TransferId, IReadOnlyList<SentLine>? Lines = null) : ICommand<DispatchedTransfer>;

/// <param name="Line">The transfer's line.</param>
/// <param name="Quantity">Pieces, at most what was asked for.</param>
internal sealed record SentLine(int Line, long Quantity);

/// <summary>What is on the road now.</summary>
internal sealed record DispatchedTransfer(Guid Id, string Number, IReadOnlyList<SentGoods> Goods);

internal sealed record SentGoods(int Line, Guid SkuId, string Batch, long Quantity);

internal sealed class DispatchTransferValidator : AbstractValidator<DispatchTransferCommand>
{
    public DispatchTransferValidator()
    {
        RuleFor(x => x.Lines).Must(lines => lines is null || lines.Select(x => x?.Line).Distinct().Count() == lines.Count).WithMessage("Each line once.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line => line.RuleFor(x => x.Quantity).InclusiveBetween(0, 1_000_000));
    }
}

internal sealed class DispatchTransferHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<DispatchTransferCommand, DispatchedTransfer>
{
    public async Task<DispatchedTransfer> Handle(DispatchTransferCommand request, CancellationToken cancellationToken)
    {
        var order = await db.Transfers.Include(x => x.Lines).Include(x => x.Goods).FirstOrDefaultAsync(x => x.Id == request.TransferId, cancellationToken) ?? throw new NotFound("The transfer");
        var quantities = Quantities(order, request.Lines ?? []);
        var (actor, now) = (context.Actor, clock.UtcNow());
        var book = await StockBook.Open(db, order.Lines.Select(x => x.SkuId), cancellationToken);
        var sent = new List<SentGoods>();
        foreach (var (line, quantity) in quantities.Where(x => x.Value > 0))
        {
            // What is promised, recalled or over does not travel unasked; a batch that is named does.
            var free = book.Free(line.SkuId, order.FromId) + book.At(line.SkuId, order.FromId).Safety;
            if (line.Batch is null && quantity > free) throw new RuleBroken("transfer.short", "The place does not have so much to give.", new { line = line.Line, line.SkuId, free = Math.Max(0, free) });
            var posted = await book.Post(StockMovement.Transfer(order.Id, $"out:{line.Line}", line.SkuId, line.Batch, order.FromId, book.Places.Transit, quantity, now, actor.Key));
            sent.AddRange(posted.Select(x => new SentGoods(line.Line, line.SkuId, x.Batch ?? Batch.None, x.Quantity)));
        }
        if (order.FromId == book.Places.Quarantine) await LossBook.KeepWaiting(db, book, [.. sent.Select(x => x.SkuId)], cancellationToken);
        order.Dispatch(sent.Select(x => (x.Line, x.SkuId, x.Batch, x.Quantity)), actor, now);
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.transfer.dispatch", order.Id, after: sent));
        return new(order.Id, order.Number, sent);
    }

    /// <exception cref="RuleBroken"><c>transfer.above-request</c>, <c>transfer.nothing-sent</c></exception>
    private static Dictionary<TransferLine, long> Quantities(TransferOrder order, IReadOnlyList<SentLine> said)
    {
        var byLine = said.ToDictionary(x => x.Line, x => x.Quantity);
        if (byLine.Keys.Any(line => order.Lines.All(x => x.Line != line))) throw new NotFound("The line");
        var quantities = order.Lines.OrderBy(x => x.Line).ToDictionary(x => x, x => byLine.GetValueOrDefault(x.Line, x.Quantity));
        if (quantities.FirstOrDefault(x => x.Value > x.Key.Quantity).Key is { } above) throw new RuleBroken("transfer.above-request", "More than was asked for.", new { line = above.Line, requested = above.Quantity });
        if (quantities.Values.All(x => x == 0)) throw new RuleBroken("transfer.nothing-sent", "Nothing would be sent; call the transfer off instead.");
        return quantities;
    }
}
