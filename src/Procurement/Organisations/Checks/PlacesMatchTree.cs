using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Reconciliation;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.Checks;

internal sealed class PlacesMatchTree(ProcurementDb db) : IInvariant
{
    public string Rule => "Every organisation's path is its parents' chain, and its places follow one another without gap or overlap up to today's";

    public async Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken)
    {
        var all = await db.Organisations.AsNoTracking().Include(x => x.Placements.OrderBy(placement => placement.Serial)).ToDictionaryAsync(x => x.Id, cancellationToken);
        var found = new List<string>();
        foreach (var x in all.Values)
        {
            var expected = $"{(x.ParentId is { } parent ? all.GetValueOrDefault(parent)?.Path ?? "?" : "")}{x.Id:N}/";
            if (x.Path != expected) found.Add($"{x.Code}: path {x.Path}, parents' chain {expected}");
            var last = x.Placements.Count == 0 ? null : x.Placements[^1];
            if (last is null || (last.Name, last.ParentId, last.Path) != (x.Name, x.ParentId, x.Path)) found.Add($"{x.Code}: its last place is not today's");
            for (var i = 0; i < x.Placements.Count; i++)
            {
                var (until, next) = (x.Placements[i].Until, i + 1 < x.Placements.Count ? x.Placements[i + 1].From.AddDays(-1) : (DateOnly?)null);
                if (until != next) found.Add($"{x.Code}: place {i + 1} ends {until:yyyy-MM-dd}, the next one wants {next:yyyy-MM-dd}");
            }
        }
        return found;
    }
}
