using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Counter.ListTasks;

/// <summary>What did not fit about sales: open ones oldest first, or settled ones newest first.</summary>
internal sealed record ListTasksQuery(bool Settled = false, int Page = 1, int PageSize = 50) : IQuery<SaleTasks>;

/// <summary>A page of them.</summary>
internal sealed record SaleTasks(IReadOnlyList<TaskInList> Items, int Total, int Page, int Pages);

/// <summary>One task.</summary>
/// <param name="Expected">What the books said.</param>
/// <param name="Actual">What the sale says.</param>
internal sealed record TaskInList(
    Guid Id, string Kind, Guid SaleId, string SaleNumber, string Cashier, string? Goods, long Expected, long Actual, DateTime At, DateTime? ResolvedAt, string? ResolvedBy, string? Note);

internal sealed class ListTasksValidator : AbstractValidator<ListTasksQuery>
{
    public ListTasksValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 200);
    }
}

internal sealed class ListTasksHandler(ShowroomDb db) : IRequestHandler<ListTasksQuery, SaleTasks>
{
    public async Task<SaleTasks> Handle(ListTasksQuery request, CancellationToken cancellationToken)
    {
        var tasks = db.Set<SaleTask>().AsNoTracking().Where(x => request.Settled == (x.ResolvedAt != null));
        var total = await tasks.CountAsync(cancellationToken);
        var ordered = request.Settled ? tasks.OrderByDescending(x => x.ResolvedAt).ThenBy(x => x.Id) : tasks.OrderBy(x => x.At).ThenBy(x => x.Id);
        var rows = await ordered.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)
            .Join(db.Sales, x => x.SaleId, x => x.Id, (task, sale) => new { task, sale.Number, sale.Cashier }).ToListAsync(cancellationToken);
        var ids = rows.Where(x => x.task.SkuId is not null).Select(x => x.task.SkuId!.Value).Distinct().ToList();
        var goods = await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, x => x.Name, cancellationToken);
        var items = rows.Select(x => new TaskInList(x.task.Id, x.task.Kind, x.task.SaleId, x.Number, x.Cashier, x.task.SkuId is { } sku ? goods.GetValueOrDefault(sku) : null,
            x.task.Expected, x.task.Actual, x.task.At, x.task.ResolvedAt, x.task.ResolvedBy, x.task.Note));
        return new([.. request.Settled ? items.OrderByDescending(x => x.ResolvedAt) : items.OrderBy(x => x.At)], total, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }
}
