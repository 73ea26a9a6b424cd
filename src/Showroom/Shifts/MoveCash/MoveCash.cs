using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Shifts.MoveCash;

/// <summary>Puts cash into the drawer or takes it out, with a reason.</summary>
internal sealed record MoveCashCommand(Guid ShiftId, string Direction, long AmountFen, string Reason) : ICommand<MovedCash>;

/// <summary>What was written down.</summary>
internal sealed record MovedCash(int Line, long AmountFen, string Reason, DateTime At);

internal sealed class MoveCashValidator : AbstractValidator<MoveCashCommand>
{
    public MoveCashValidator()
    {
        RuleFor(x => x.Direction).Must(x => x is "In" or "Out").WithMessage("In or Out.");
        RuleFor(x => x.AmountFen).InclusiveBetween(1, 100_000_000);
        RuleFor(x => x.Reason).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 200 }).WithMessage("A reason of at most 200 characters.");
    }
}

internal sealed class MoveCashHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<MoveCashCommand, MovedCash>
{
    public async Task<MovedCash> Handle(MoveCashCommand request, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), context.Actor);
        var deviceId = await db.Shifts.Where(x => x.Id == request.ShiftId).Select(x => x.DeviceId).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The shift");
        await Till.TakeTurn(db, deviceId, now, cancellationToken);
        var shift = await db.Shifts.Include(x => x.Movements).FirstAsync(x => x.Id == request.ShiftId, cancellationToken);
        shift.MustBelongTo(actor);
        var moved = shift.MoveCash(request.Direction == "In", request.AmountFen, PlainText.Clean(request.Reason)!, actor, now);
        // A child with a key of its own is taken for an old row unless it is said to be new.
        db.Add(moved);
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.shift.cash", shift.Id, after: new { moved.AmountFen, moved.Reason }));
        return new(moved.Line, moved.AmountFen, moved.Reason, moved.At);
    }
}
