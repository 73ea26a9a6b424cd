using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.ReadMembers;

/// <summary>The people of the organisation, their roles, and who acts for whom from today on.</summary>
internal sealed record ReadMembersQuery : IQuery<MemberSheet>;

/// <summary>People and deputies, and the roles that can be given.</summary>
internal sealed record MemberSheet(IReadOnlyList<MemberInList> People, IReadOnlyList<DeputyInList> Deputies, IReadOnlyList<MemberRole> Roles)
{
    public static MemberSheet Empty { get; } = new([], [], []);
}

/// <summary>A person.</summary>
internal sealed record MemberInList(Guid AccountId, string UserName, IReadOnlyList<MemberRole> Roles, DateTime Since);

/// <summary>Who acts for whom, first and last day.</summary>
internal sealed record DeputyInList(Guid Id, string Principal, string Deputy, DateOnly From, DateOnly Until, bool CanEnd);

internal sealed class ReadMembersHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ReadMembersQuery, MemberSheet>
{
    public async Task<MemberSheet> Handle(ReadMembersQuery query, CancellationToken cancellationToken)
    {
        var (organisation, today) = (request.Actor.Organisation(ProcurementPermissions.Manage), clock.Today());
        var kind = await db.Organisations.Where(x => x.Id == organisation).Select(x => x.Kind).SingleAsync(cancellationToken);
        var members = await db.Memberships.AsNoTracking().Where(x => x.OrganisationId == organisation).ToListAsync(cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Where(x => x.OrganisationId == organisation && x.Until >= today).OrderBy(x => x.From).ThenBy(x => x.Id).ToListAsync(cancellationToken);
        return new MemberSheet(
            [.. members.GroupBy(x => x.AccountId).Select(x => new MemberInList(x.Key, x.First().UserName, [.. x.Select(role => role.Role).Order()], x.Min(role => role.Since))).OrderBy(x => x.UserName, StringComparer.Ordinal)],
            [.. deputies.Select(x => new DeputyInList(x.Id, x.PrincipalName, x.DeputyName, x.From, x.Until, x.Until > today))], MemberRoles.For(kind));
    }
}
