using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Recalls.ExpireBatches;

/// <summary>Takes goods off sale when their expiry day ends in China. Nobody can reserve them from that second on; within a minute the shop shows it
/// and promises made before are made right.</summary>
internal sealed class ExpireBatchesJob(ShowroomDb db, IMediator mediator, TimeProvider clock, ILogger<ExpireBatchesJob> log) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var skuIds = await db.Batches.Where(x => x.State == BatchState.Sellable && x.ExpiresOn < today).Select(x => x.SkuId).Distinct().Take(500).ToListAsync(cancellationToken);
        foreach (var skuId in skuIds)
        {
            try
            {
                await mediator.Send(new ExpireBatchesCommand(skuId), cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogWarning(problem, "Batches of SKU {SkuId} could not be marked as expired; the next run tries again", skuId);
            }
            db.ChangeTracker.Clear();
        }
    }
}
