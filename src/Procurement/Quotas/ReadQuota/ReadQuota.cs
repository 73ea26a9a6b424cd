using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Quotas.ReadQuota;

/// <summary>How far the units that the person may see are with their reserved share in a year, and the lines behind one of them with the reason why each counts.</summary>
/// <param name="Year">Null: this year.</param>
/// <param name="UnitId">Whose lines; null: the unit whose hat is on.</param>
/// <param name="Page">Page of lines, from 1.</param>
internal sealed record ReadQuotaQuery(int? Year = null, Guid? UnitId = null, int Page = 1) : IQuery<QuotaSheet>;

/// <summary>Units, and one page of lines, newest first.</summary>
internal sealed record QuotaSheet(int Year, IReadOnlyList<UnitQuota> Units, Guid? UnitId, IReadOnlyList<QuotaLine> Lines, int Page, int Pages)
{
    public static QuotaSheet Empty { get; } = new(0, [], null, [], 1, 1);
}

/// <summary>One unit's share, fen.</summary>
/// <param name="TargetFen">Ratio of the year's budget.</param>
/// <param name="Source">Where the ratio is written.</param>
internal sealed record UnitQuota(Guid UnitId, string Unit, int RatioBp, long TargetFen, long CommittedFen, long AcceptedFen, long PaidFen, string Source)
{
    /// <summary>Accepted of the target, percent, rounded down; null without a target.</summary>
    public int? Percent => TargetFen == 0 ? null : (int)(AcceptedFen * 100 / TargetFen);
}

/// <summary>A line and why it counts or does not.</summary>
internal sealed record QuotaLine(DateTime At, string Channel, string Paper, int Line, bool Counts, string RuleCode, long CommittedFen, long AcceptedFen, long PaidFen);

internal sealed class ReadQuotaValidator : AbstractValidator<ReadQuotaQuery>
{
    public ReadQuotaValidator()
    {
        RuleFor(x => x.Year).InclusiveBetween(2020, 2100);
        RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
    }
}

internal sealed class ReadQuotaHandler(ProcurementDb db, QuotaRules rules, RequestContext request, TimeProvider clock) : IRequestHandler<ReadQuotaQuery, QuotaSheet>
{
    private const int PageSize = 50;

    public async Task<QuotaSheet> Handle(ReadQuotaQuery query, CancellationToken cancellationToken)
    {
        var (actor, year) = (request.Actor, query.Year ?? clock.Today().Year);
        var units = await Units(db.Within(actor, ProcurementPermissions.Read), year, cancellationToken);
        var shown = query.UnitId ?? actor.OrganisationId;
        if (units.All(x => x.UnitId != shown)) return new QuotaSheet(year, units, null, [], 1, 1);
        var lines = db.CountedLines.AsNoTracking().Where(x => x.OrganisationId == shown && x.Year == year);
        var total = await lines.CountAsync(cancellationToken);
        var page = await lines.OrderByDescending(x => x.Id).Skip((query.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new QuotaSheet(year, units, shown, [.. page.Select(x => new QuotaLine(x.At, x.Channel.ToString(), x.Paper, x.Line, x.Counts, x.RuleCode, x.CommittedFen, x.AcceptedFen, x.PaidFen))], query.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    private async Task<IReadOnlyList<UnitQuota>> Units(IQueryable<Guid> within, int year, CancellationToken cancellationToken)
    {
        OrganisationKind[] buying = [.. Enum.GetValues<OrganisationKind>().Where(x => x.Buys())];
        var units = await db.Organisations.AsNoTracking().Where(x => within.Contains(x.Id) && buying.Contains(x.Kind) && x.State == OrganisationState.Active).OrderBy(x => x.Code).ToListAsync(cancellationToken);
        var budgets = await db.Budgets.AsNoTracking().Where(x => x.Year == year && within.Contains(x.BuyerId)).ToDictionaryAsync(x => x.BuyerId, x => x.AmountFen, cancellationToken);
        var sums = await db.CountedLines.AsNoTracking().Where(x => x.Year == year && x.Counts && x.OrganisationId != null && within.Contains(x.OrganisationId.Value)).GroupBy(x => x.OrganisationId!.Value)
            .Select(x => new { x.Key, Committed = x.Sum(l => l.CommittedFen), Accepted = x.Sum(l => l.AcceptedFen), Paid = x.Sum(l => l.PaidFen) }).ToDictionaryAsync(x => x.Key, cancellationToken);
        var day = new DateOnly(year, 12, 31);
        return [.. units.Select(x =>
        {
            var (rule, sum) = (rules.RatioFor(x.Kind, x.CanteenMode, "440307", day), sums.GetValueOrDefault(x.Id));
            return new UnitQuota(x.Id, x.Name, rule.RatioBp, budgets.GetValueOrDefault(x.Id) * rule.RatioBp / 10_000, sum?.Committed ?? 0, sum?.Accepted ?? 0, sum?.Paid ?? 0, rule.Source);
        })];
    }
}
