using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.ListCabinetTasks;

/// <summary>What somebody should look into about cabinets: open ones oldest first, or settled ones newest first; of one cabinet or of all.</summary>
internal sealed record ListCabinetTasksQuery(string? Cabinet = null, bool Settled = false, int Page = 1, int PageSize = 50) : IQuery<CabinetTasks>;

internal sealed record CabinetTasks(IReadOnlyList<CabinetTaskInList> Items, int Total, int Page, int Pages);

internal sealed record CabinetTaskInList(
    Guid Id, string Kind, string Cabinet, string? Goods, long Expected, long Actual, string? Detail, DateTime At, DateTime? ResolvedAt, string? ResolvedBy, string? Note);

internal sealed class ListCabinetTasksValidator : AbstractValidator<ListCabinetTasksQuery>
{
    public ListCabinetTasksValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 200);
    }
}

internal sealed class ListCabinetTasksHandler(ShowroomDb db) : IRequestHandler<ListCabinetTasksQuery, CabinetTasks>
{
    public async Task<CabinetTasks> Handle(ListCabinetTasksQuery request, CancellationToken cancellationToken)
    {
        var tasks = db.CabinetTasks.AsNoTracking().Where(x => request.Settled == (x.ResolvedAt != null)).Join(db.Cabinets, x => x.CabinetId, x => x.Id, (task, cabinet) => new { task, cabinet.Code });
        if (request.Cabinet is { Length: > 0 } code) tasks = tasks.Where(x => x.Code == code);
        var total = await tasks.CountAsync(cancellationToken);
        var ordered = request.Settled ? tasks.OrderByDescending(x => x.task.ResolvedAt).ThenBy(x => x.task.Id) : tasks.OrderBy(x => x.task.At).ThenBy(x => x.task.Id);
        var rows = await ordered.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        var ids = rows.Where(x => x.task.SkuId is not null).Select(x => x.task.SkuId!.Value).Distinct().ToList();
        var goods = await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, x => x.Name, cancellationToken);
        return new([.. rows.Select(x => new CabinetTaskInList(x.task.Id, x.task.Kind, x.Code, x.task.SkuId is { } sku ? goods.GetValueOrDefault(sku) : null, x.task.Expected, x.task.Actual, x.task.Detail, x.task.At,
            x.task.ResolvedAt, x.task.ResolvedBy, x.task.Note))], total, request.Page, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
    }
}
