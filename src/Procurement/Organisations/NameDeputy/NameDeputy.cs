using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.NameDeputy;

/// <summary>While a member is away another member acts for them, in all roles but the administrator's.</summary>
/// <param name="PrincipalId">Who is away.</param>
/// <param name="DeputyId">Who acts.</param>
/// <param name="From">First day; not in the past.</param>
/// <param name="Until">Last day; at most 90 days.</param>
internal sealed record NameDeputyCommand(Guid PrincipalId, Guid DeputyId, DateOnly From, DateOnly Until) : ICommand;

internal sealed class NameDeputyValidator : AbstractValidator<NameDeputyCommand>
{
    private const int MostDays = 90;

    public NameDeputyValidator(TimeProvider clock)
    {
        RuleFor(x => x.DeputyId).NotEqual(x => x.PrincipalId).WithMessage("Another person.");
        RuleFor(x => x.From).Must(x => x >= clock.Today()).WithMessage("Not in the past.");
        RuleFor(x => x.Until).Must((command, until) => until >= command.From && until.DayNumber - command.From.DayNumber < MostDays).WithMessage("From the first day on, at most 90 days.");
    }
}

internal sealed class NameDeputyHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<NameDeputyCommand, Unit>
{
    public async Task<Unit> Handle(NameDeputyCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var organisation = actor.Organisation(ProcurementPermissions.Manage);
        await Roster.Lock(db, organisation, cancellationToken);
        var (principal, deputy) = (await Roster.NameOf(db, organisation, command.PrincipalId, cancellationToken), await Roster.NameOf(db, organisation, command.DeputyId, cancellationToken));
        if (await db.Deputies.AnyAsync(x => x.OrganisationId == organisation && x.PrincipalId == command.PrincipalId && x.From <= command.Until && x.Until >= command.From, cancellationToken))
            throw new RuleBroken("deputy.overlap", "Somebody acts for this person on some of these days already.");
        db.Add(new Deputy(organisation, command.PrincipalId, principal, command.DeputyId, deputy, command.From, command.Until));
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.deputy.name", organisation, after: new { Principal = principal, Deputy = deputy, command.From, command.Until }));
        return Unit.Value;
    }
}
