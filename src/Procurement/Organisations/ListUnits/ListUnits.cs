using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.ListUnits;

/// <summary>Buying units below the organisation whose hat is on: those that wait first, then by code.</summary>
/// <param name="State">Only these.</param>
/// <param name="Under">Division code of a subdistrict or community.</param>
/// <param name="Words">In the name, the code or the credit code.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">At most 5,000.</param>
internal sealed record ListUnitsQuery(OrganisationState? State = null, string? Under = null, string? Words = null, int Page = 1, int PageSize = 30) : IQuery<UnitPageOf>;

/// <summary>One page of units, and the subdistricts to filter by.</summary>
internal sealed record UnitPageOf(IReadOnlyList<UnitInList> Items, IReadOnlyList<UnitPlace> Subdistricts, int Total, int Page, int Pages)
{
    public static UnitPageOf Empty { get; } = new([], [], 0, 1, 1);
}

/// <summary>A unit in a list; where it hangs today.</summary>
internal sealed record UnitInList(string Code, string Kind, string CanteenMode, string Name, string CreditCode, string State, string Subdistrict, string Community, DateTime AppliedAt);

/// <summary>A node of the administration.</summary>
internal sealed record UnitPlace(string Code, string Name);

internal sealed class ListUnitsValidator : AbstractValidator<ListUnitsQuery>
{
    public ListUnitsValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 100_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 5000);
        RuleFor(x => x.State).IsInEnum();
        RuleFor(x => x.Under).MaximumLength(20);
        RuleFor(x => x.Words).MaximumLength(80);
    }
}

internal sealed class ListUnitsHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ListUnitsQuery, UnitPageOf>
{
    public async Task<UnitPageOf> Handle(ListUnitsQuery query, CancellationToken cancellationToken)
    {
        var within = db.Within(request.Actor, ProcurementPermissions.Read);
        var seen = db.Organisations.AsNoTracking().Where(x => within.Contains(x.Id));
        var units = seen.Where(x => x.Kind == OrganisationKind.Canteen || x.Kind == OrganisationKind.Company || x.Kind == OrganisationKind.School || x.Kind == OrganisationKind.Union);
        if (query.State is { } state) units = units.Where(x => x.State == state);
        if (query.Under is { Length: > 0 } code) units = units.Where(x => db.Organisations.Any(node => node.Code == code && x.Path.StartsWith(node.Path)));
        if (PlainText.Clean(query.Words) is { } words)
        {
            var upper = words.ToUpperInvariant();
            units = units.Where(x => x.Name.Contains(words) || x.Code == upper || x.CreditCode.Contains(upper));
        }
        var total = await units.CountAsync(cancellationToken);
        var rows = await units.OrderBy(x => x.State == OrganisationState.Applied ? 0 : x.State == OrganisationState.Endorsed ? 1 : 2).ThenBy(x => x.Code).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)
            .Select(x => new { x.Code, x.Kind, x.CanteenMode, x.Name, x.CreditCode, x.State, x.ParentId, x.AppliedAt }).ToListAsync(cancellationToken);
        var nodes = await db.Organisations.AsNoTracking().Where(x => x.Kind == OrganisationKind.Subdistrict || x.Kind == OrganisationKind.Community).Select(x => new { x.Id, x.Code, x.Name, x.Kind, x.ParentId }).ToDictionaryAsync(x => x.Id, cancellationToken);
        var subdistricts = await seen.Where(x => x.Kind == OrganisationKind.Subdistrict).OrderBy(x => x.Code).Select(x => new UnitPlace(x.Code, x.Name)).ToListAsync(cancellationToken);
        return new UnitPageOf([.. rows.Select(x =>
        {
            var parent = x.ParentId is { } id ? nodes.GetValueOrDefault(id) : null;
            var community = parent?.Kind == OrganisationKind.Community ? parent : null;
            var subdistrict = community is null ? parent : nodes.GetValueOrDefault(community.ParentId ?? Guid.Empty);
            return new UnitInList(x.Code, x.Kind.ToString(), x.CanteenMode.ToString(), x.Name, x.CreditCode, x.State.ToString(), subdistrict?.Name ?? "", community?.Name ?? "", x.AppliedAt);
        })], subdistricts, total, query.Page, Math.Max(1, (total + query.PageSize - 1) / query.PageSize));
    }
}
