using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.ShowUnit;

/// <summary>Facts and history of one organisation.</summary>
/// <param name="Code">Its short code; null: the one whose hat is on.</param>
internal sealed record ShowUnitQuery(string? Code = null) : IQuery<UnitFile>;

/// <summary>An organisation with where it hung and what it was called, oldest first.</summary>
/// <param name="Above">Names of all above it today, from the top.</param>
/// <param name="IsMine">Whether the reader applied for it.</param>
/// <param name="EndorsedByMe">Whether the reader agreed for the subdistrict.</param>
internal sealed record UnitFile(Guid Id, string Code, string Kind, string CanteenMode, string Name, string CreditCode, string State, string? StateNote, string Contact, string Phone, DateTime AppliedAt, string AppliedByName,
    IReadOnlyList<string> Above, bool IsMine, bool EndorsedByMe, IReadOnlyList<UnitPlacement> History);

/// <summary>Name and place from a day on; until null while it lasts.</summary>
internal sealed record UnitPlacement(string Name, string Above, DateOnly From, DateOnly? Until);

internal sealed class ShowUnitHandler(ProcurementDb db, RequestContext request) : IRequestHandler<ShowUnitQuery, UnitFile>
{
    public async Task<UnitFile> Handle(ShowUnitQuery query, CancellationToken cancellationToken)
    {
        var (within, own) = (db.Within(request.Actor, ProcurementPermissions.Read), request.Actor.OrganisationId);
        var unit = await db.Organisations.AsNoTracking().Include(x => x.Placements.OrderBy(placement => placement.Serial))
            .SingleOrDefaultAsync(x => (query.Code == null ? x.Id == own : x.Code == query.Code) && within.Contains(x.Id), cancellationToken) ?? throw new NotFound("The organisation");
        var ids = unit.Placements.SelectMany(x => Ids(x.Path)).Distinct().ToList();
        var nodes = await db.Organisations.AsNoTracking().Where(x => ids.Contains(x.Id)).Include(x => x.Placements.OrderBy(placement => placement.Serial)).ToDictionaryAsync(x => x.Id, cancellationToken);
        var reader = request.Actor.UserId;
        return new UnitFile(unit.Id, unit.Code, unit.Kind.ToString(), unit.CanteenMode.ToString(), unit.Name, unit.CreditCode, unit.State.ToString(), unit.StateNote, unit.Contact, unit.Phone, unit.AppliedAt, unit.AppliedByName,
            [.. Ids(unit.Path).Where(x => x != unit.Id).Select(x => nodes[x].Name)], reader == unit.AppliedBy, reader is not null && reader == unit.EndorsedBy,
            [.. unit.Placements.Select(x => new UnitPlacement(x.Name, string.Join(" / ", Ids(x.Path).Where(id => id != unit.Id).Select(id => nodes[id].On(x.From).Name)), x.From, x.Until))]);
    }

    private static IEnumerable<Guid> Ids(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse);
}
