using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Approvals.ChoosePin;

/// <summary>A signed-in member of staff chooses the code to sign with at tills.</summary>
internal sealed record ChoosePinCommand(string Pin) : ICommand;

internal sealed class ChoosePinValidator : AbstractValidator<ChoosePinCommand>
{
    public ChoosePinValidator() => RuleFor(x => x.Pin).Matches("^[0-9]{6,12}$")
        .Must(pin => pin is null || pin.Distinct().Count() >= 3).WithErrorCode("pin.too-simple").WithMessage("Six to twelve digits, at least three different ones.");
}

internal sealed class ChoosePinHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ChoosePinCommand, Unit>
{
    public async Task<Unit> Handle(ChoosePinCommand request, CancellationToken cancellationToken)
    {
        var (actor, name) = (context.Actor, StaffPin.NameOf(context.Actor.Name));
        var pin = await db.StaffPins.FirstOrDefaultAsync(x => x.Name == name, cancellationToken);
        if (pin is null) db.Add(pin = StaffPin.Of(name, actor.Key));
        pin.Choose(request.Pin, actor);
        db.Audit.Add(AuditEntry.Of(actor, clock.UtcNow(), "showroom.pin", name));
        return Unit.Value;
    }
}
