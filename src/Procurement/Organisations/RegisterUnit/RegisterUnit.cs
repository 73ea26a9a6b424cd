using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;

namespace ZhongFu.Procurement.Organisations.RegisterUnit;

/// <summary>A person asks for a buying unit to be admitted; the subdistrict, then the district review it.</summary>
/// <param name="Kind">A kind that buys.</param>
/// <param name="CanteenMode">How it feeds its people.</param>
/// <param name="Name">As on its certificate, at most 80 characters.</param>
/// <param name="CreditCode">Unified social credit code with its check character (GB 32100-2015).</param>
/// <param name="ParentCode">Division code of its subdistrict or community.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="Phone">Their number.</param>
/// <param name="Consent">That the particulars may be kept and checked.</param>
internal sealed record RegisterUnitCommand(OrganisationKind Kind, CanteenMode CanteenMode, string Name, string CreditCode, string ParentCode, string Contact, string Phone, bool Consent) : ICommand<UnitRegistered>;

/// <summary>The code by which the registration is followed.</summary>
internal sealed record UnitRegistered(string Code);

internal sealed class RegisterUnitValidator : AbstractValidator<RegisterUnitCommand>
{
    public RegisterUnitValidator()
    {
        RuleFor(x => x.Kind).Must(x => Enum.IsDefined(x) && x.Buys()).WithMessage("A canteen, company, school or union.");
        RuleFor(x => x.CanteenMode).IsInEnum();
        RuleFor(x => x.Name).Must(x => PlainText.Clean(x) is { Length: >= 2 and <= 80 }).WithMessage("The unit's full name, 2 to 80 characters.");
        RuleFor(x => x.CreditCode).Must(x => Catalog.Contracts.CreditCode.TryParse(x, out _)).WithMessage("18 characters; the last one does not fit the others.");
        RuleFor(x => x.ParentCode).NotEmpty().MaximumLength(20);
        RuleFor(x => x.Contact).Must(x => PlainText.Clean(x) is { Length: <= 40 }).WithMessage("Who can be asked, at most 40 characters.");
        RuleFor(x => x.Phone).Matches("^[+0-9][0-9 -]{6,18}[0-9]$").WithMessage("A telephone number.");
        RuleFor(x => x.Consent).Equal(true).WithMessage("Registration needs your consent.");
    }
}

internal sealed class RegisterUnitHandler(ProcurementDb db, RequestContext request, TimeProvider clock) : IRequestHandler<RegisterUnitCommand, UnitRegistered>
{
    // One person registers for a few units at a time, not for a district.
    private const int MostWaiting = 5;

    public async Task<UnitRegistered> Handle(RegisterUnitCommand command, CancellationToken cancellationToken)
    {
        var (actor, now, creditCode) = (request.Actor, clock.UtcNow(), CreditCode.Parse(command.CreditCode));
        var applicant = actor.UserId ?? throw new Forbidden("signed-in");
        if (await db.RegisteredCodes.AnyAsync(x => x.CreditCode == creditCode.Value, cancellationToken)) throw new RuleBroken("organisation.registered", "A unit with this credit code is registered or waits for its review.");
        if (await db.Organisations.CountAsync(x => x.AppliedBy == applicant && (x.State == OrganisationState.Applied || x.State == OrganisationState.Endorsed), cancellationToken) >= MostWaiting)
            throw new RuleBroken("organisation.waiting", "Several of your registrations wait for their review; please wait for those first.");
        var parent = await db.Organisations.SingleOrDefaultAsync(x => x.Code == command.ParentCode && x.State == OrganisationState.Active, cancellationToken)
            ?? throw new RuleBroken("organisation.parent", "A unit belongs to a subdistrict or a community.");
        var unit = Organisation.Apply(await NextCode(cancellationToken), command.Kind, command.CanteenMode, PlainText.Clean(command.Name)!, parent, creditCode, PlainText.Clean(command.Contact)!, command.Phone.Trim(), applicant, actor.Name, clock.Today(), now);
        db.Add(unit);
        db.Add(new RegisteredCode(creditCode.Value, unit.Id));
        db.Audit.Add(AuditEntry.Of(actor, now, "procurement.unit.register", unit.Id, after: new { unit.Code, unit.Name, unit.CreditCode, Under = parent.Code }));
        return new UnitRegistered(unit.Code);
    }

    // Two who take the same number meet at the unique code; the second one's command runs again.
    private async Task<string> NextCode(CancellationToken cancellationToken)
    {
        var last = await db.Organisations.Where(x => x.Code.StartsWith("DW")).OrderByDescending(x => x.Code.Length).ThenByDescending(x => x.Code).Select(x => x.Code).FirstOrDefaultAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"DW{(last is null ? 0 : int.Parse(last.AsSpan(2), CultureInfo.InvariantCulture)) + 1:0000}");
    }
}
