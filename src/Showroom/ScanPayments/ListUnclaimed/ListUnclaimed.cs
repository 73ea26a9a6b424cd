using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ScanPayments.ListUnclaimed;

/// <summary>Money that came by scan and that no sale has named after ten minutes, the oldest first. Never sent back by itself: the goods may have left, and the sale may wait on the till.</summary>
internal sealed record ListUnclaimedQuery : IQuery<IReadOnlyList<UnclaimedPayment>>;

/// <summary>One of them.</summary>
internal sealed record UnclaimedPayment(Guid Id, string Label, long AmountFen, string Cashier, DateTime PaidAt);

internal sealed class ListUnclaimedHandler(ShowroomDb db, TimeProvider clock) : IRequestHandler<ListUnclaimedQuery, IReadOnlyList<UnclaimedPayment>>
{
    public async Task<IReadOnlyList<UnclaimedPayment>> Handle(ListUnclaimedQuery request, CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - TimeSpan.FromMinutes(10);
        return await db.ScanPayments.AsNoTracking().Where(x => x.State == ScanPaymentState.Paid && x.SaleId == null && x.PaidAt < before)
            .OrderBy(x => x.PaidAt).Take(50).Select(x => new UnclaimedPayment(x.Id, x.Label, x.AmountFen, x.Cashier, x.PaidAt!.Value)).ToListAsync(cancellationToken);
    }
}
