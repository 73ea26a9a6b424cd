using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Recalls.LiftRecall;

/// <summary>The batch may be sold again, unless it has expired meanwhile.</summary>
internal sealed record LiftRecallCommand(Guid RecallId, string Reason) : ICommand;

internal sealed class LiftRecallValidator : AbstractValidator<LiftRecallCommand>
{
    public LiftRecallValidator() =>
        RuleFor(x => x.Reason).Must(reason => PlainText.Clean(reason) is { Length: <= 200 }).WithMessage("Give a reason of at most 200 characters.");
}

internal sealed class LiftRecallHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<LiftRecallCommand, Unit>
{
    public async Task<Unit> Handle(LiftRecallCommand request, CancellationToken cancellationToken)
    {
        var recall = await db.Recalls.FirstOrDefaultAsync(x => x.Id == request.RecallId, cancellationToken) ?? throw new NotFound("The recall");
        var (actor, now) = (context.Actor, clock.UtcNow());
        recall.Lift(PlainText.Clean(request.Reason)!, actor, now);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.recall.lift", recall.BatchCode, before: new { recall.Reason }, after: new { recall.LiftReason }));

        var batches = await db.Batches.AsNoTracking().Where(x => x.Code == recall.BatchCode).OrderBy(x => x.SkuId).ToListAsync(cancellationToken);
        var book = await StockBook.Open(db, batches.Select(x => x.SkuId), cancellationToken);
        foreach (var batch in batches) await book.Judge(batch.SkuId, batch.Code, batch.IsOver(book.Batches.Day) ? BatchState.Expired : BatchState.Sellable);
        book.Close();
        return Unit.Value;
    }
}
