using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Platform.Time;

namespace ZhongFu.Ordering.Orders;

internal sealed class OrderTotalsAddUp(OrderingDb db) : IInvariant
{
    public string Rule => "An order's total is the sum of its lines and its freight";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
        [.. (await db.Orders.Select(x => new { x.Number, x.TotalFen, x.GoodsFen, x.FreightFen, Lines = x.Lines.Sum(l => l.AmountFen) })
            .Where(x => x.GoodsFen != x.Lines || x.TotalFen != x.GoodsFen + x.FreightFen).ToListAsync(cancellationToken))
            .Select(x => $"order {x.Number}: total {x.TotalFen}, lines {x.Lines}, freight {x.FreightFen}")];
}

internal sealed class NoOrderWaitsForEver(OrderingDb db, TimeProvider clock) : IInvariant
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public string Rule => "No unpaid order holds goods past its time to pay";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Grace;
        return [.. (await db.Orders.Where(x => (x.State == OrderState.Placed || x.State == OrderState.Reserved) && x.PayBy < before).Select(x => new { x.Number, x.State, x.PayBy }).ToListAsync(cancellationToken))
            .Select(x => $"order {x.Number}: {x.State}, to be paid by {x.PayBy:O}")];
    }
}
