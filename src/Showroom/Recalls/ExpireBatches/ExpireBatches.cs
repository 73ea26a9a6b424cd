using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Recalls.ExpireBatches;

/// <summary>Marks the batches of one SKU whose expiry day is over, and makes right what was promised from them.</summary>
internal sealed record ExpireBatchesCommand(Guid SkuId) : ICommand;

internal sealed class ExpireBatchesHandler(ShowroomDb db) : IRequestHandler<ExpireBatchesCommand, Unit>
{
    public async Task<Unit> Handle(ExpireBatchesCommand request, CancellationToken cancellationToken)
    {
        var book = await StockBook.Open(db, [request.SkuId], cancellationToken);
        var over = await db.Batches.AsNoTracking().Where(x => x.SkuId == request.SkuId && x.State == BatchState.Sellable && x.ExpiresOn < book.Batches.Day)
            .OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellationToken);
        foreach (var code in over) await book.Judge(db, request.SkuId, code, BatchState.Expired, "expired", cancellationToken);
        book.Close();
        return Unit.Value;
    }
}
