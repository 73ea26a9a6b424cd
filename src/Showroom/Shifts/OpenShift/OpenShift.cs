using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.OpenShift;

/// <summary>Opens a till's shift with the float in its drawer. A till without a link makes the id itself, and sends the opening when the link is back.</summary>
/// <param name="OpenedAt">By the till's clock, for an opening that comes later; counts with a token only.</param>
/// <param name="Token">The signed leave under which it was opened: the shift is that cashier's, whoever is signed in now.</param>
internal sealed record OpenShiftCommand(string DeviceId, long FloatFen, Guid? Id = null, DateTime? OpenedAt = null, string? Token = null) : ICommand<OpenedShift>;

/// <summary>The shift sales go to now.</summary>
internal sealed record OpenedShift(Guid Id, int Terminal, string Cashier, DateTime OpenedAt, long FloatFen)
{
    public static OpenedShift Of(Shift x) => new(x.Id, x.Terminal, x.Cashier, x.OpenedAt, x.FloatFen);
}

internal sealed class OpenShiftValidator : AbstractValidator<OpenShiftCommand>
{
    public OpenShiftValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.FloatFen).InclusiveBetween(0, 10_000_000);
        RuleFor(x => x.Id).NotEqual(Guid.Empty);
        RuleFor(x => x.Id).NotNull().When(x => x.Token is not null);
        RuleFor(x => x.OpenedAt).NotNull().When(x => x.Token is not null);
        RuleFor(x => x.Token).MaximumLength(2000);
    }
}

internal sealed class OpenShiftHandler(ShowroomDb db, RequestContext context, TimeProvider clock, ShiftTokens tokens) : IRequestHandler<OpenShiftCommand, OpenedShift>
{
    public async Task<OpenedShift> Handle(OpenShiftCommand request, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var (actor, openedAt) = request.Token is null ? (context.Actor, now) : Opened(request, now);
        var till = await Till.TakeTurn(db, request.DeviceId, now, cancellationToken);
        var known = request.Id is null ? null : await db.Shifts.FirstOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
        if (known is not null) return Again(known, request, actor);

        var current = till.OpenShiftId is null ? null : await db.Shifts.FirstAsync(x => x.Id == till.OpenShiftId, cancellationToken);
        if (current is { Kind: ShiftKind.Opened })
            throw new RuleBroken("shift.already-open", "This till has an open shift.", new { shiftId = current.Id, current.Cashier });
        if (current is not null && request.Id is null) return Adopt(current, request, actor);

        // Sales made before anybody opened a shift are counted apart from the one that is opened under its own id.
        current?.StepAside();
        var shift = Shift.Open(request.Id, till, ShiftKind.Opened, null, request.FloatFen, BusinessTime.DayOf(openedAt), actor, openedAt);
        db.Add(shift);
        await till.Enter(db, shift.Id, cancellationToken);
        Note(shift, now);
        return OpenedShift.Of(shift);
    }

    /// <summary>Who opened it and when, by the leave the till had. Whatever its clock says, that was after the leave was given and is not in the future.</summary>
    private (Actor Cashier, DateTime At) Opened(OpenShiftCommand request, DateTime now)
    {
        var token = tokens.Read(request.Token!);
        if (token is null || token.DeviceId != request.DeviceId) throw new RuleBroken("shift.token-invalid", "This till may not open a shift under this token.");
        var at = request.OpenedAt!.Value.ToUniversalTime();
        if (at > token.Until) throw new RuleBroken("shift.token-expired", "The token had run out when the shift was opened.", new { token.Until });
        return (token.Cashier, at > now ? now : at < token.From ? token.From : at);
    }

    private OpenedShift Again(Shift known, OpenShiftCommand request, Actor cashier)
    {
        if (known.DeviceId != request.DeviceId) throw new RuleBroken("shift.id-used", "Another till's shift has this id.");
        return known is { Kind: ShiftKind.BySale, State: ShiftState.Open } ? Adopt(known, request, cashier) : OpenedShift.Of(known);
    }

    private OpenedShift Adopt(Shift shift, OpenShiftCommand request, Actor cashier)
    {
        shift.TakeFloat(request.FloatFen, cashier);
        Note(shift, clock.UtcNow());
        return OpenedShift.Of(shift);
    }

    private void Note(Shift shift, DateTime now) =>
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "showroom.shift.open", shift.Id, after: new { shift.DeviceId, shift.FloatFen }));
}
