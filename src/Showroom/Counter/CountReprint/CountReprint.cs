using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.CountReprint;

/// <summary>The receipt is printed once more: counted, and marked on the paper (补打 ×n).</summary>
internal sealed record CountReprintCommand(Guid SaleId) : ICommand<CountedReprint>;

/// <summary>How often it was printed again, this time included.</summary>
internal sealed record CountedReprint(int Reprints);

internal sealed class CountReprintHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CountReprintCommand, CountedReprint>
{
    public async Task<CountedReprint> Handle(CountReprintCommand request, CancellationToken cancellationToken)
    {
        if (await db.Sales.Where(x => x.Id == request.SaleId).ExecuteUpdateAsync(x => x.SetProperty(s => s.Reprints, s => s.Reprints + 1), cancellationToken) != 1) throw new NotFound("The sale");
        var reprints = await db.Sales.Where(x => x.Id == request.SaleId).Select(x => x.Reprints).FirstAsync(cancellationToken);
        db.Audit.Add(AuditEntry.Of(context.Actor, clock.UtcNow(), "showroom.reprint", request.SaleId, after: new { reprints }));
        return new(reprints);
    }
}
