using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Approvals.ApproveDeed;

/// <summary>A second person signs a deed at a till with name and code. Answers a refusal instead of throwing it, for the count of wrong codes must be kept.</summary>
internal sealed record ApproveDeedCommand(string DeviceId, string Deed, string Name, string Pin) : ICommand<ApprovedDeed>;

/// <summary>The approval to name in the sale, return or close; without an id it was refused.</summary>
internal sealed record ApprovedDeed(Guid? Id, string? ApprovedBy)
{
    /// <summary>The approval, or the refusal said loudly.</summary>
    /// <exception cref="RuleBroken"><c>approval.refused</c>: name or code wrong, locked, or the person may not approve.</exception>
    public ApprovedDeed OrRefuse() => Id is null ? throw new RuleBroken("approval.refused", "Name or code is wrong, or this person may not approve it.", new { field = "pin" }) : this;
}

internal sealed class ApproveDeedValidator : AbstractValidator<ApproveDeedCommand>
{
    public ApproveDeedValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.Deed).Must(x => Enum.GetNames<Deed>().Contains(x)).WithMessage("Not a deed that can be approved.");
        RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
        RuleFor(x => x.Pin).NotEmpty().MaximumLength(20);
    }
}

internal sealed class ApproveDeedHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ApproveDeedCommand, ApprovedDeed>
{
    public async Task<ApprovedDeed> Handle(ApproveDeedCommand request, CancellationToken cancellationToken)
    {
        var (now, name, deed) = (clock.UtcNow(), StaffPin.NameOf(request.Name), Enum.Parse<Deed>(request.Deed));
        // The row's turn first: guesses sent side by side are counted one after the other.
        await db.StaffPins.Where(x => x.Name == name).ExecuteUpdateAsync(x => x.SetProperty(p => p.Failures, p => p.Failures), cancellationToken);
        var pin = await db.StaffPins.FirstOrDefaultAsync(x => x.Name == name, cancellationToken);
        if (pin is null || !pin.Check(request.Pin, now) || (deed != Deed.TakeOver && !pin.MayApprove)) return new(null, null);
        var approval = Approval.Of(deed, request.DeviceId, pin, now);
        db.Add(approval);
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "showroom.approval", approval.Id, after: new { request.Deed, By = pin.Name, request.DeviceId }));
        return new(approval.Id, approval.By);
    }
}
