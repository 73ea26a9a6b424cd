using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.GiveRole;

/// <summary>An administrator gives a person a role in the organisation; who had none becomes a member.</summary>
/// <param name="Person">Exact user name or telephone number.</param>
/// <param name="Role">One that fits the kind of organisation.</param>
internal sealed record GiveRoleCommand(string Person, MemberRole Role) : ICommand;

internal sealed class GiveRoleValidator : AbstractValidator<GiveRoleCommand>
{
    public GiveRoleValidator()
    {
        RuleFor(x => x.Person).NotEmpty().MaximumLength(64).WithMessage("A user name or a telephone number.");
        RuleFor(x => x.Role).IsInEnum();
    }
}

internal sealed class GiveRoleHandler(ProcurementDb db, IAccounts accounts, RequestContext request, TimeProvider clock) : IRequestHandler<GiveRoleCommand, Unit>
{
    public async Task<Unit> Handle(GiveRoleCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var organisation = actor.Organisation(ProcurementPermissions.Manage);
        var person = await accounts.Find(command.Person, cancellationToken) ?? throw new RuleBroken("member.unknown", "Nobody has exactly this user name or telephone number.");
        if (!MemberRoles.For(await Roster.Lock(db, organisation, cancellationToken)).Contains(command.Role)) throw new RuleBroken("member.role", "This organisation has no such role.");
        if (await db.Memberships.AnyAsync(x => x.OrganisationId == organisation && x.AccountId == person.Id && x.Role == command.Role, cancellationToken)) return Unit.Value;
        db.Add(new Membership(organisation, person.Id, command.Role, person.UserName, now));
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.member.give", organisation, after: new { Person = person.UserName, Role = command.Role.ToString() }));
        return Unit.Value;
    }
}
