using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.FollowRegistrations;

/// <summary>What the person has applied for and how far it is, and where units can belong.</summary>
internal sealed record FollowRegistrationsQuery : IQuery<RegistrationDesk>;

/// <summary>Registrations, newest first, and the subdistricts with their communities.</summary>
internal sealed record RegistrationDesk(IReadOnlyList<RegistrationInList> Mine, IReadOnlyList<SubdistrictChoice> Places)
{
    public static RegistrationDesk Empty { get; } = new([], []);
}

/// <summary>One registration; the note says why it was refused.</summary>
internal sealed record RegistrationInList(string Code, string Name, string CreditCode, string State, string? Note, DateTime AppliedAt);

/// <summary>A subdistrict one can belong to, and its communities.</summary>
internal sealed record SubdistrictChoice(string Code, string Name, IReadOnlyList<CommunityChoice> Communities);

/// <summary>A community one can belong to.</summary>
internal sealed record CommunityChoice(string Code, string Name);

internal sealed class FollowRegistrationsHandler(ProcurementDb db, RequestContext request) : IRequestHandler<FollowRegistrationsQuery, RegistrationDesk>
{
    public async Task<RegistrationDesk> Handle(FollowRegistrationsQuery query, CancellationToken cancellationToken)
    {
        var person = request.Actor.UserId ?? throw new Forbidden("signed-in");
        var mine = await db.Organisations.AsNoTracking().Where(x => x.AppliedBy == person).OrderByDescending(x => x.AppliedAt).Take(50)
            .Select(x => new { x.Code, x.Name, x.CreditCode, x.State, x.StateNote, x.AppliedAt }).ToListAsync(cancellationToken);
        var nodes = await db.Organisations.AsNoTracking().Where(x => x.State == OrganisationState.Active && (x.Kind == OrganisationKind.Subdistrict || x.Kind == OrganisationKind.Community))
            .OrderBy(x => x.Code).Select(x => new { x.Id, x.Code, x.Name, x.Kind, x.ParentId }).ToListAsync(cancellationToken);
        return new RegistrationDesk(
            [.. mine.Select(x => new RegistrationInList(x.Code, x.Name, x.CreditCode, x.State.ToString(), x.StateNote, x.AppliedAt))],
            [.. nodes.Where(x => x.Kind == OrganisationKind.Subdistrict).Select(x => new SubdistrictChoice(x.Code, x.Name, [.. nodes.Where(y => y.ParentId == x.Id).Select(y => new CommunityChoice(y.Code, y.Name))]))]);
    }
}
