using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Batches.MarkDownBatch;

/// <summary>Sells a batch below the retail price at the counter from now on.</summary>
internal sealed record MarkDownBatchCommand(Guid SkuId, string Batch, int PercentOff) : ICommand;

internal sealed class MarkDownBatchValidator : AbstractValidator<MarkDownBatchCommand>
{
    public MarkDownBatchValidator()
    {
        RuleFor(x => x.SkuId).NotEmpty();
        RuleFor(x => x.Batch).NotEmpty().MaximumLength(40);
        RuleFor(x => x.PercentOff).InclusiveBetween(1, 90);
    }
}

internal sealed class MarkDownBatchHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<MarkDownBatchCommand, Unit>
{
    public async Task<Unit> Handle(MarkDownBatchCommand request, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.AsNoTracking().FirstOrDefaultAsync(x => x.SkuId == request.SkuId && x.Code == request.Batch, cancellationToken) ?? throw new NotFound("The batch");
        if (batch.ExpiresOn is null) throw new RuleBroken("markdown.keeps", "A batch without an expiry day is not marked down.");
        if (!batch.IsSellable(clock.Today())) throw new RuleBroken("markdown.unsellable", "The batch may not be sold.");

        var before = await db.Markdowns.FirstOrDefaultAsync(x => x.SkuId == request.SkuId && x.Batch == request.Batch, cancellationToken);
        var (actor, now) = (context.Actor, clock.UtcNow());
        if (before?.PercentOff == request.PercentOff) return Unit.Value;
        if (before is null) db.Add(Markdown.Of(request.SkuId, request.Batch, request.PercentOff, actor.Name, now));
        else await db.Markdowns.Where(x => x.SkuId == request.SkuId && x.Batch == request.Batch).ExecuteUpdateAsync(x =>
            x.SetProperty(m => m.PercentOff, request.PercentOff).SetProperty(m => m.ActorName, actor.Name).SetProperty(m => m.At, now), cancellationToken);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.markdown", $"{request.SkuId}:{request.Batch}", before is null ? null : new { before.PercentOff }, new { request.PercentOff }));
        return Unit.Value;
    }
}
