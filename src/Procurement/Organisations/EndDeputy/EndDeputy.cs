using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.EndDeputy;

/// <summary>A deputy ends early: today is the last day, so that what was done today still counts as done for the other.</summary>
internal sealed record EndDeputyCommand(Guid Id) : ICommand;

internal sealed class EndDeputyHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<EndDeputyCommand, Unit>
{
    public async Task<Unit> Handle(EndDeputyCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, today) = (request.Actor, clock.UtcNow(), clock.Today());
        var organisation = actor.Organisation(ProcurementPermissions.Manage);
        var deputy = await db.Deputies.SingleOrDefaultAsync(x => x.Id == command.Id && x.OrganisationId == organisation, cancellationToken) ?? throw new NotFound("The deputy");
        if (deputy.Until <= today) return Unit.Value;
        var before = deputy.Until;
        if (deputy.From > today) db.Remove(deputy); // never began
        else deputy.EndOn(today);
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.deputy.end", organisation, before: new { Principal = deputy.PrincipalName, Deputy = deputy.DeputyName, Until = before }, after: new { Until = today }));
        return Unit.Value;
    }
}
