using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Cabinets.EditPlan;

/// <summary>Replaces a cabinet's planogram and its limits of temperature.</summary>
/// <param name="Version">The plan that was looked at; when another was saved meanwhile, this one is refused.</param>
internal sealed record EditPlanCommand(string Cabinet, Guid Version, int MinTenths, int MaxTenths, IReadOnlyList<WantedSlot> Slots) : ICommand;

/// <summary>A slot by barcode or article code.</summary>
internal sealed record WantedSlot(string Slot, string Code, int Capacity, int Par);

internal sealed class EditPlanValidator : AbstractValidator<EditPlanCommand>
{
    public EditPlanValidator()
    {
        RuleFor(x => x.MinTenths).InclusiveBetween(-400, 600);
        RuleFor(x => x.MaxTenths).InclusiveBetween(-400, 600).GreaterThan(x => x.MinTenths);
        RuleFor(x => x.Slots).NotNull().Must(x => x is null or { Count: <= 100 }).WithMessage("At most 100 slots.");
        RuleFor(x => x.Slots).Must(x => x is null || x.Select(s => s?.Slot).Distinct().Count() == x.Count).WithErrorCode("plan.slot-twice").WithMessage("A slot stands twice.");
        RuleForEach(x => x.Slots).NotNull().ChildRules(slot =>
        {
            slot.RuleFor(x => x.Slot).NotEmpty().Matches("^[A-Z0-9-]{1,10}$");
            slot.RuleFor(x => x.Code).NotEmpty().MaximumLength(40);
            slot.RuleFor(x => x.Capacity).InclusiveBetween(1, 200);
            slot.RuleFor(x => x.Par).InclusiveBetween(0, 200).LessThanOrEqualTo(x => x.Capacity);
        });
    }
}

internal sealed class EditPlanHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<EditPlanCommand, Unit>
{
    public async Task<Unit> Handle(EditPlanCommand request, CancellationToken cancellationToken)
    {
        var (now, next) = (clock.UtcNow(), Guid.CreateVersion7());
        var id = await db.Cabinets.Where(x => x.Code == request.Cabinet).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The cabinet");
        var mine = await db.Cabinets.Where(x => x.Id == id && x.PlanVersion == request.Version)
            .ExecuteUpdateAsync(x => x.SetProperty(c => c.PlanVersion, next).SetProperty(c => c.MinTenths, request.MinTenths).SetProperty(c => c.MaxTenths, request.MaxTenths), cancellationToken);
        if (mine == 0) throw new RuleBroken("plan.changed", "Somebody has changed the plan meanwhile.");
        var items = await db.FindByCode([.. request.Slots.Select(x => x.Code).Distinct()], cancellationToken);
        if (request.Slots.FirstOrDefault(x => !items.ContainsKey(x.Code)) is { } unknown) throw new RuleBroken("plan.goods-unknown", "No SKU has this code.", new { unknown.Slot, unknown.Code });

        await db.PlanSlots.Where(x => x.CabinetId == id).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(request.Slots.Select(x => PlanSlot.Of(id, x.Slot, items[x.Code].SkuId, x.Capacity, x.Par)));
        db.Audit.Add(AuditEntry.Of(context.Actor, now, "showroom.planogram", request.Cabinet, after: new { request.MinTenths, request.MaxTenths, slots = request.Slots.Count }));
        return Unit.Value;
    }
}
