using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.ReviewUnit;

/// <summary>The subdistrict agrees or refuses, then the district decides: two people, neither of them the applicant.</summary>
/// <param name="Code">Of the unit.</param>
/// <param name="Agree">Whether it goes on.</param>
/// <param name="Note">Why not; needed for a refusal.</param>
internal sealed record ReviewUnitCommand(string Code, bool Agree, string? Note) : ICommand;

internal sealed class ReviewUnitValidator : AbstractValidator<ReviewUnitCommand>
{
    public ReviewUnitValidator()
    {
        RuleFor(x => x.Code).NotEmpty().MaximumLength(20);
        RuleFor(x => x.Note).Must((command, note) => command.Agree ? note is null || note.Length <= 200 : PlainText.Clean(note) is { Length: <= 200 }).WithMessage("Say why, in at most 200 characters.");
    }
}

internal sealed class ReviewUnitHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<ReviewUnitCommand, Unit>
{
    public async Task<Unit> Handle(ReviewUnitCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (request.Actor, clock.UtcNow());
        var (within, office) = (db.Within(actor, ProcurementPermissions.Review), actor.Organisation(ProcurementPermissions.Review));
        var reviewer = actor.UserId ?? throw new Forbidden(ProcurementPermissions.Review);
        var unit = await db.Organisations.SingleOrDefaultAsync(x => x.Code == command.Code && x.AppliedBy != null && within.Contains(x.Id), cancellationToken) ?? throw new NotFound("The registration");
        var forDistrict = await db.Organisations.AnyAsync(x => x.Id == office && x.Kind == OrganisationKind.District, cancellationToken);
        if (forDistrict && unit.State == OrganisationState.Applied && await HasReviewers(unit.Path, office, cancellationToken)) throw new RuleBroken("organisation.subdistrict-review", "The subdistrict reviews first.");
        var before = unit.State;
        unit.Review(command.Agree, PlainText.Clean(command.Note), reviewer, forDistrict);
        if (unit.State == OrganisationState.Active) db.Add(new Membership(unit.Id, unit.AppliedBy!.Value, MemberRole.Administrator, unit.AppliedByName, now));
        if (unit.State == OrganisationState.Refused) db.RegisteredCodes.RemoveRange(await db.RegisteredCodes.Where(x => x.OrganisationId == unit.Id).ToListAsync(cancellationToken)); // it may apply again
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.unit.review", unit.Id, new { State = before.ToString() }, new { State = unit.State.ToString(), Note = unit.StateNote }));
        return Unit.Value;
    }

    /// <summary>Whether the unit's subdistrict has somebody who can review; if not, the district stands in, still by two people.</summary>
    private Task<bool> HasReviewers(string path, Guid district, CancellationToken cancellationToken)
    {
        var above = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).Where(x => x != district).ToList();
        return db.Memberships.AnyAsync(x => x.Role == MemberRole.Operator && above.Contains(x.OrganisationId), cancellationToken);
    }
}
