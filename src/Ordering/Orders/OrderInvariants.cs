using System.Globalization;
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

internal sealed class OrderNumbersAreCounted(OrderingDb db) : IInvariant
{
    public string Rule => "No order carries a number that the day's counter has not given out, so none can be given twice";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var given = await db.Orders.GroupBy(x => x.Number.Substring(2, 8)).Select(x => new { Day = x.Key, Highest = x.Max(o => o.Number), Count = x.Count() }).ToListAsync(cancellationToken);
        var counters = await db.OrderSerials.ToDictionaryAsync(x => x.Day, x => x.Last, cancellationToken);
        return [.. given.Where(x => long.Parse(x.Highest.AsSpan(10), NumberStyles.None, CultureInfo.InvariantCulture) > counters.GetValueOrDefault(x.Day) || x.Count > counters.GetValueOrDefault(x.Day))
            .Select(x => $"day {x.Day}: {x.Count} orders up to {x.Highest}, counter {counters.GetValueOrDefault(x.Day)}")];
    }
}

internal sealed class LineRefundsAreBounded(OrderingDb db) : IInvariant
{
    public string Rule => "What is promised back for missing pieces of a line is their price, never above what the line cost";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken) =>
        [.. (await db.Set<OrderLine>().Where(x => x.RefundedFen != x.PriceFen * x.RefundedQuantity || x.RefundedQuantity < 0 || x.RefundedQuantity > x.MissingQuantity || x.MissingQuantity < 0 || x.MissingQuantity > x.Quantity)
            .Select(x => new { x.Id, x.AmountFen, x.RefundedFen, x.MissingQuantity, x.Quantity }).ToListAsync(cancellationToken))
            .Select(x => $"line {x.Id}: {x.MissingQuantity} of {x.Quantity} missing, promised back {x.RefundedFen} of {x.AmountFen}")];
}
