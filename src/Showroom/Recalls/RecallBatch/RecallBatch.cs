using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Recalls.RecallBatch;

/// <summary>Blocks a batch in every channel at once.</summary>
internal sealed record RecallBatchCommand(string BatchCode, string Reason) : ICommand<StartedRecall>;

/// <summary>The recall that holds now.</summary>
internal sealed record StartedRecall(Guid Id, string BatchCode, string Reason, DateTime StartedAt);

internal sealed class RecallBatchValidator : AbstractValidator<RecallBatchCommand>
{
    public RecallBatchValidator()
    {
        RuleFor(x => x.BatchCode).NotEmpty().MaximumLength(40);
        RuleFor(x => x.Reason).Must(reason => PlainText.Clean(reason) is { Length: <= 200 }).WithMessage("Give a reason of at most 200 characters.");
    }
}

internal sealed class RecallBatchHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RecallBatchCommand, StartedRecall>
{
    public async Task<StartedRecall> Handle(RecallBatchCommand request, CancellationToken cancellationToken)
    {
        var code = request.BatchCode.Trim();
        var skuIds = await db.Batches.Where(x => x.Code == code).Select(x => x.SkuId).ToListAsync(cancellationToken);
        if (skuIds.Count == 0) throw new NotFound("The batch");
        var book = await StockBook.Open(db, skuIds, cancellationToken);
        if (await db.Recalls.AnyAsync(x => x.BatchCode == code && x.LiftedAt == null, cancellationToken)) throw new RuleBroken("recall.open", "The batch is recalled already.", new { field = "batchCode" });

        var (actor, now) = (context.Actor, clock.UtcNow());
        var recall = Recall.Start(code, PlainText.Clean(request.Reason)!, actor, now);
        db.Add(recall);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.recall", code, after: new { recall.Id, recall.Reason }));
        foreach (var skuId in skuIds.Order()) await book.Judge(db, skuId, code, BatchState.Blocked, "recall", cancellationToken);
        book.Close();
        return new(recall.Id, code, recall.Reason, now);
    }
}
