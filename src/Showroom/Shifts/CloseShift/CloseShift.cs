using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.CloseShift;

/// <summary>Closes a shift blind: the counted sum goes in, what should be there comes out. A difference is answered once without closing; the second call brings
/// the reason, and the first count stands whatever is sent then.</summary>
/// <param name="UnsentSales">How many sales the till still holds, by its own count; above 0 a manager's approval is needed.</param>
/// <param name="ApprovalId">Approval of <c>CloseUnsent</c>.</param>
/// <param name="TakeOverId">Approval of <c>TakeOver</c>, signed by the person who takes the drawer.</param>
internal sealed record CloseShiftCommand(Guid ShiftId, long CountedFen, int UnsentSales = 0, string? DifferenceReason = null, Guid? ApprovalId = null, Guid? TakeOverId = null) : ICommand<ClosedShift>;

/// <summary>Where the close stands: <c>Counted</c> waits for a reason, <c>Closed</c> has a Z report.</summary>
internal sealed record ClosedShift(Guid ShiftId, string State, string? ZNumber, long CountedFen, long ExpectedFen, long DifferenceFen)
{
    public static ClosedShift Of(Shift x, string? zNumber) => new(x.Id, x.State.ToString(), zNumber, x.CountedFen!.Value, x.ExpectedFen!.Value, x.CountedFen.Value - x.ExpectedFen.Value);
}

internal sealed class CloseShiftValidator : AbstractValidator<CloseShiftCommand>
{
    public CloseShiftValidator()
    {
        RuleFor(x => x.CountedFen).InclusiveBetween(0, 100_000_000_000);
        RuleFor(x => x.UnsentSales).InclusiveBetween(0, 1_000_000);
        RuleFor(x => x.DifferenceReason).MaximumLength(200);
    }
}

internal sealed class CloseShiftHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CloseShiftCommand, ClosedShift>
{
    public async Task<ClosedShift> Handle(CloseShiftCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var deviceId = await db.Shifts.Where(x => x.Id == request.ShiftId).Select(x => x.DeviceId).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The shift");
        var till = await Till.TakeTurn(db, deviceId, now, cancellationToken);
        var shift = await db.Shifts.Include(x => x.Movements).FirstAsync(x => x.Id == request.ShiftId, cancellationToken);
        shift.MustBelongTo(actor);
        if (shift.State == ShiftState.Closed) return ClosedShift.Of(shift, await db.ZReports.Where(x => x.ShiftId == shift.Id).Select(x => x.Number).FirstAsync(cancellationToken));

        var figures = DrawerFigures.Of(shift, await db.DrawerEntries.AsNoTracking().Where(x => x.ShiftId == shift.Id).ToListAsync(cancellationToken));
        if (shift.State == ShiftState.Open) await Count(shift, till, figures, request, cancellationToken);
        var reason = PlainText.Clean(request.DifferenceReason);
        if (shift.CountedFen != shift.ExpectedFen && reason is null) return ClosedShift.Of(shift, null);

        var taker = await FindTaker(request, shift, cancellationToken);
        shift.Close(now);
        var z = ZReport.Of(await till.NextZ(db, cancellationToken), shift, figures, new(actor.Name, reason, taker), now);
        db.Add(z);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.shift.close", shift.Id, after: new { z.Number, z.CountedFen, z.DifferenceFen, z.TakenBy, z.UnsentSales }));
        return ClosedShift.Of(shift, z.Number);
    }

    private async Task Count(Shift shift, Till till, DrawerFigures figures, CloseShiftCommand request, CancellationToken cancellationToken)
    {
        var approval = request.UnsentSales == 0 ? null
            : await Approval.Use(db, request.ApprovalId, Deed.CloseUnsent, till.DeviceId, shift.Id, cancellationToken)
                ?? throw new RuleBroken("shift.sales-waiting", "The till still holds sales; upload them first or ask a manager.", new { request.UnsentSales });
        shift.Count(request.CountedFen, figures.ExpectedFen, request.UnsentSales, approval?.By);
        // What is sold from now on belongs to the next shift.
        if (till.OpenShiftId == shift.Id) await till.Enter(db, null, cancellationToken);
    }

    private async Task<string?> FindTaker(CloseShiftCommand request, Shift shift, CancellationToken cancellationToken)
    {
        if (request.TakeOverId is null) return null;
        var signed = await Approval.Use(db, request.TakeOverId, Deed.TakeOver, shift.DeviceId, shift.Id, cancellationToken)
            ?? throw new RuleBroken("approval.refused", "This confirmation is not for this till, or was used.", new { field = "takeOverId" });
        return signed.ByKey != context.Actor.Key && signed.ByKey != shift.CashierKey ? signed.By
            : throw new RuleBroken("shift.taker-is-giver", "Handing over takes two people.", new { field = "takeOverId" });
    }
}
