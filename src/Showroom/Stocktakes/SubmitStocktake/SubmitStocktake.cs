using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Stocktakes.SubmitStocktake;

/// <summary>Counting is over; somebody else judges the differences.</summary>
internal sealed record SubmitStocktakeCommand(Guid StocktakeId, bool LeaveUncounted = false) : ICommand;

internal sealed class SubmitStocktakeHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : AsyncRequestHandler<SubmitStocktakeCommand>
{
    protected override async Task Handle(SubmitStocktakeCommand request, CancellationToken cancellationToken)
    {
        var stocktake = await db.Stocktakes.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == request.StocktakeId, cancellationToken) ?? throw new NotFound("The stocktake");
        var now = clock.UtcNow();
        stocktake.Submit(request.LeaveUncounted, context.Actor, now);
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "showroom.stocktake.submit", stocktake.Id, after: new { differenceFen = stocktake.DifferenceFen, uncounted = stocktake.Lines.Count(x => x.Counted is null) }));
    }
}
