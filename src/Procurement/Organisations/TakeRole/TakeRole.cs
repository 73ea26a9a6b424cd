using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.TakeRole;

/// <summary>An administrator takes a role back; who has none left is no member any more, and nobody's deputy from tomorrow.</summary>
internal sealed record TakeRoleCommand(Guid AccountId, MemberRole Role) : ICommand;

internal sealed class TakeRoleValidator : AbstractValidator<TakeRoleCommand>
{
    public TakeRoleValidator() => RuleFor(x => x.Role).IsInEnum();
}

internal sealed class TakeRoleHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<TakeRoleCommand, Unit>
{
    public async Task<Unit> Handle(TakeRoleCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, today) = (request.Actor, clock.UtcNow(), clock.Today());
        var organisation = actor.Organisation(ProcurementPermissions.Manage);
        await Roster.Lock(db, organisation, cancellationToken);
        var roles = await db.Memberships.Where(x => x.OrganisationId == organisation && x.AccountId == command.AccountId).ToListAsync(cancellationToken);
        var taken = roles.Find(x => x.Role == command.Role) ?? throw new NotFound("The role");
        if (command.Role == MemberRole.Administrator && !await db.Memberships.AnyAsync(x => x.OrganisationId == organisation && x.Role == MemberRole.Administrator && x.AccountId != command.AccountId, cancellationToken))
            throw new RuleBroken("member.last-administrator", "The last administrator stays; make another person one first.");
        db.Remove(taken);
        if (roles.Count == 1)
            foreach (var deputy in await db.Deputies.Where(x => x.OrganisationId == organisation && (x.DeputyId == command.AccountId || x.PrincipalId == command.AccountId) && x.Until > today).ToListAsync(cancellationToken)) deputy.EndOn(today);
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.member.take", organisation, before: new { Person = taken.UserName, Role = command.Role.ToString() }));
        return Unit.Value;
    }
}
